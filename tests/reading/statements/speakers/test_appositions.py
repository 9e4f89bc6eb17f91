from tests.reading.statements.resolving import name, resolve


def test_who_is_described_before_a_name_comes_is_the_one_named_later() -> None:
    text = (
        "A Ukrainian negotiator said that Kyiv would not give way. Rain fell.\n\n"
        "“We are ready,” the negotiator, Ostap Hrynevych, said."
    )
    assert name(text, "A Ukrainian negotiator") == "Ostap Hrynevych"


def test_an_unnamed_official_is_never_given_the_name_of_another() -> None:
    text = (
        "A senior administration official said that talks had begun. They were held by Laura Venn, the Asia adviser, "
        "and Paul Brandt, the top Europe official, on Tuesday."
    )
    assert name(text, "A senior administration official") == "senior administration official"


def test_a_spokesman_is_of_the_country_of_the_body_whose_he_is() -> None:
    text = "South Korea's military fired back. Its spokesman, Baek Do-hwan, said that nobody was hurt."
    assert resolve(text, "Its spokesman, Baek Do-hwan")[0].mention.country == "KOR"


def test_a_former_spokesman_speaks_for_himself() -> None:
    text = "Ada Lund, a former spokeswoman for the finance ministry, said that talks had failed."
    assert resolve(text, "Ada Lund, a former spokeswoman for the finance ministry")[1].kind == "named"


def test_a_name_beside_newspaper_is_an_outlet() -> None:
    text = "Talks had failed, the Hankyung Ilbo newspaper reported."
    resolved, sourcing = resolve(text, "the Hankyung Ilbo newspaper")
    assert (resolved.mention.name, sourcing.kind, sourcing.outlet) == ("Hankyung Ilbo", "media", "Hankyung Ilbo")
