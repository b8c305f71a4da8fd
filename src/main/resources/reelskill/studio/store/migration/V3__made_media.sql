-- Whether a file was made here, music or a card, and brought by nobody. Names told that before.
alter table media add column made integer not null default 0;
update media set made = 1 where name like '♪ %' or name like '■ %';
