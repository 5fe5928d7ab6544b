META
key;value
unit;Mała Wieś
instance;2024
budget;100
vote_type;ordinal
min_length;1
max_length;3
PROJECTS
project_id;cost;votes;score;name
1;60;3;6;Well
2;50;2;3;Bench
3;40;1;1;Trees
VOTES
voter_id;vote
1;1,2,3
2;1
3;1,2
