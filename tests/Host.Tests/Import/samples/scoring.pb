META
key;value
unit;Mała Wieś
instance;2024
budget;100
vote_type;scoring
default_score;1
PROJECTS
project_id;cost;name
1;60;Well
2;50;Bench
VOTES
voter_id;vote;points
1;1,2;5,-1
2;1;3
3;2;2
