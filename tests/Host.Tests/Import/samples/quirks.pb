META
unit; Mała Wieś 
instance;2024
budget;100.75
vote_type;Approval
currency;None

PROJECTS
project_id;cost;name;target;categories
 1 ;60.0;"Well; ""deep""
and clean";None;"water,health"
2;50.25; Bench 5" wide ;None;Rest, shade
"3";999999999;Pier;None;None

VOTES
voter_id;vote
a;1,2,2
b;1
c;