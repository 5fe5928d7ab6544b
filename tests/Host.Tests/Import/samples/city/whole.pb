META
key;value
unit;Port
instance;2025
budget;300
vote_type;approval
currency;EUR
PROJECTS
project_id;cost;name
1;200;Harbour lights
2;150;City forest
3;100;Quiet night
VOTES
voter_id;vote;neighborhood
n1;1;NORTH
n2;1,2;north
s1;1,2;South Łąka
s2;2;
x9;2;
i1;2;Island
