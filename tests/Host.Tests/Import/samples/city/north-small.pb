META
key;value
unit;Port
district;North
subunit;North | small
instance;2025
budget;50.5
vote_type;approval
currency;EUR
PROJECTS
project_id;cost;name
1;30;Swings
2;25;Mural
VOTES
voter_id;vote
n1;1
n2;1
n3;2
