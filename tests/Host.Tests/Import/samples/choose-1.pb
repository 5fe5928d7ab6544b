META
key;value
unit;Mała Wieś
instance;2024
budget;100
vote_type;choose-1
max_length;1
PROJECTS
project_id;cost;votes;name
1;60;2;Well
2;50;1;Bench
VOTES
voter_id;vote
1;1
2;1
3;2
