META
key;value
unit;Mała Wieś
instance;2024
budget;100
vote_type;ordinal
PROJECTS
project_id;cost;score;name
1;60;6;Well
2;50;3;Bench
VOTES
voter_id;vote;points
1;1,2;4,1
2;2,1;2,2
