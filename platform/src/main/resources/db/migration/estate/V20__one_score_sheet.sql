-- The limits by which an estate counted as small and easy are the programme's score sheet now (decision 0021).
drop table estate.size_rule;
