META
key;value
unit;Mała Wieś
instance;2024
budget;100
vote_type;cumulative
max_sum_points;5
PROJECTS
project_id;cost;votes;score;name
1;60;2;6.5;Well
2;50;1;1;Bench
3;40;1;0;Trees
VOTES
voter_id;vote;points
1;1,2,3;4,1,0
2;1;2.5
