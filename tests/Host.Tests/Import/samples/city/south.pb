META
key;value
unit;Port
district;Shore
subunit;South Łąka
instance;2025
budget;100.75
vote_type;choose-1
currency;EUR
PROJECTS
project_id;cost;name
1;90;Slipway
VOTES
voter_id;vote
s1;1
s2;1
