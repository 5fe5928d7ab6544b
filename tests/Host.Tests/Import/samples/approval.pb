META
key;value
description;Village green
country;Poland
unit;Mała Wieś
instance;2024
num_projects;3
num_votes;4
budget;100
vote_type;approval
rule;greedy
date_begin;01.05.2024
date_end;31.05.2024
min_length;1
max_length;3
currency;PLN
PROJECTS
project_id;cost;votes;name;category;selected
1;60;3;Well;water,health;1
2;50;2;Bench;rest;0
B/3;40;1;Trees;rest;1
VOTES
voter_id;vote;age;sex;voting_method
1;1,2;30;M;internet
2;1;40-59;F;paper
3;1,B/3;;;internet
4;2;22;O;internet
