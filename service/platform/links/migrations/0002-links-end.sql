-- What is over is deleted once its time has come: who keeps the rules says when.
grant delete on platform.link to goldenthread_app;
grant delete on platform.link_token to goldenthread_app;
grant delete on platform.link_code to goldenthread_app;
