# A notebook on a case file: `.venv/bin/marimo edit examples/notebook.py`, or `.venv/bin/python` to run it plainly.
# It reads FOREIGNDESK_CASE, else build/brief.db, which `make brief` makes of the example reports.

import marimo

app = marimo.App(app_title="A case file as tables")


@app.cell
def _():
    import os

    import marimo as mo

    import foreigndesk

    tables = foreigndesk.tables(os.environ.get("FOREIGNDESK_CASE", "build/brief.db"))
    statements = tables["statements"].to_pandas()
    events = tables["events"].to_pandas()
    mo.md(f"**{tables['reports'].num_rows} reports**, {len(statements)} statements, {len(events)} events.")
    return events, mo, statements


@app.cell
def _(mo):
    mo.md("""
    ## On whose authority?

    Rows are what reports print; lineages are families of copies. Count lineages: ten outlets that
    print one report are one.
    """)


@app.cell
def _(statements):
    by_sourcing = (
        statements[statements["kind"] == "statement"]
        .groupby("sourcing")
        .agg(statements=("id", "count"), lineages=("lineage", "nunique"), speakers=("speaker", "nunique"))
        .sort_values("lineages", ascending=False)
    )
    by_sourcing
    return (by_sourcing,)


@app.cell
def _(mo):
    mo.md("""
    ## Who does what to whom?

    What is to come, denied or supposed has an auxiliary mode and is left out. `scale` is PLOVER's, from -10 (hostile)
    to 10 (friendly), and belongs to the type of the event, not to this one.
    """)


@app.cell
def _(events):
    happened = events[events["auxiliary_mode"].isna()]
    pairs = happened.explode("actors").explode("recipients").dropna(subset=["actors", "recipients"])
    between = (
        pairs.groupby(["actors", "recipients"])
        .agg(
            lineages=("lineage", "nunique"),
            scale=("scale", "mean"),
            types=("type", lambda each: ", ".join(sorted(set(each)))),
        )
        .sort_values("lineages", ascending=False)
        .head(12)
    )
    between
    return (between,)


@app.cell
def _(mo):
    mo.md("""
    ## Back to the words

    Every row has its report, `start` and `end`: `foreigndesk show ID` prints the passage.
    """)


@app.cell
def _(statements):
    unnamed = statements.loc[
        (statements["sourcing"] == "unnamed") & (statements["kind"] == "statement"),
        ["id", "speaker", "force", "content", "report", "start", "end"],
    ]
    unnamed.head(10)
    return (unnamed,)


if __name__ == "__main__":
    app.run()
