META
key;value
unit;Port
district;North
subunit;North | large
instance;2025
budget;200
vote_type;approval
currency;EUR
PROJECTS
project_id;cost;name
7;180;Library
VOTES
voter_id;vote
n1;7
n4;7
