-- Work of one project that its programme's template does not know; put into the plan by a draft that was adopted.
alter table programme.activity add column extra text;   -- JSON; absent for the template's activities
