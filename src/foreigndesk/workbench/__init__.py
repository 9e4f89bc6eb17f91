"""The workbench: local web pages over the errands of the desk.

`app.make_app` puts the pages together, `pages/` has one small file for each kind of page with its routes, `guarding`
says who may come in, `writing` is the one way to change the case file, `weighed` keeps what took long to weigh.
"""
