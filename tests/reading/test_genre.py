"""Reports, opinions, statements and bulletins are told apart, with reasons a researcher can read."""

from __future__ import annotations

import pytest

from rawi.reading import genre, read
from rawi.records import Document, Original

TEXTS = {
    "report of a raid": (
        "report",
        """Two held after raid on Varo grain store

VARO, 3 June 2022 (Corvin Press) — Police arrested two brothers on Friday after a raid on a grain store in the east of Varo, officials said.

The interior ministry confirmed that 40 sacks of fertiliser were seized. A lawyer for the brothers denied that they had planned anything.

“They sell seed,” she told Corvin Press.""",
    ),
    "report without a headline that credits unnamed people": (
        "report",
        """Militia commanders in the Sedda hills are believed to have met twice this month, according to three herders who saw their cars.

The commanders have denied any meeting. One of them admitted, however, that envoys had been sent to the valley to talk about the wells.""",
    ),
    "report that quotes an angry man": (
        "report",
        """The mayor of Ostrel resigned on Monday, his office said, after a week of protests.

“I am ashamed of this town, and I must say that our council is a disgrace. Who will clean up now? We should all go,” he told reporters.

The council said it would meet on Thursday to name a deputy. According to its clerk, four members have asked for the post.""",
    ),
    "opinion without a header": (
        "opinion",
        """The bridge to nowhere

Anyone who has actually walked across the new bridge at Lurna knows that it leads to a field. In fact it was never meant to lead anywhere.

It was built so that contractors could be paid, and of course they were paid twice. The government must answer for this. It can't hide for
ever behind engineers who were told to be silent. No town can be run like a private purse, and the men who run ours should be in court.

What would it have cost to mend the old ferry? Clearly less than one arch. This shameful folly ought to be pulled down.""",
    ),
    "opinion by its section": (
        "opinion",
        """Lurna Observer | Opinion

Leave the river to its people

The river families have fished the Lurna since before there was a council, and the licences will drive them out within a year.""",
    ),
    "opinion in the first person": (
        "opinion",
        """I have lived in Kessim for thirty years, and I have never seen my neighbours as afraid as they are this winter.

My father used to say that fear is a tax. I did not understand him then. Now I pay it every evening when I lock my door, and so do we all.

Should we be silent? I think we must not. Our silence is what the gunmen want from us.""",
    ),
    "statement of a ministry": (
        "statement",
        """Statement No. 14 of the Ministry of Irrigation

We strongly condemn the closing of the Halm sluices by the upper districts. The Ministry reaffirms the right of every farmer to water and
calls upon the district councils to open the sluices at once.

We hereby announce that inspectors will be sent on 4 May.""",
    ),
    "communique of an armed group": (
        "statement",
        """The following communique was issued by the press office of the Sedda Front.

To the people of the hills: we declare that our fighters took no part in the burning of the mill. We reject the lies of the valley council
and demand that it withdraw its militia. We call on all villages to stay calm.""",
    ),
    "bulletin of a state station": (
        "bulletin",
        """Evening bulletin

VARO: The president received the ambassador of the coast and spoke with him about the harvest.

OSTREL: Work on the second water tower has begun, the town's engineer announced.

KESSIM: A rally in support of the army was held in the stadium.""",
    ),
    "news in brief": (
        "bulletin",
        """News in brief

- Two fishermen were rescued off Port Halm after their boat lost its rudder in the night.
- The price of bread in Varo rose by a tenth, the bakers' guild said.
- Schools in the Sedda hills stay closed until Monday because of snow.""",
    ),
    "recipe": (
        "other",
        """Lentils with lemon

Wash the lentils and leave them in cold water for one hour. Heat the oil, add onions and stir until they are golden.

Pour in the broth and cook gently for forty minutes. Serve with slices of lemon and flat bread.""",
    ),
    "ministry in the news is no statement": (
        "report",
        """Ministry's statement angers farmers

Farmers in Halm said on Tuesday that they would block the road, after the ministry of irrigation announced new fees in a statement.

Their spokesman told reporters that nobody had been asked. The ministry denied this, citing two meetings in March.""",
    ),
}


def _read(text: str) -> Document:
    return read(Original(data=text.encode(), media_type="text/plain"))


@pytest.mark.parametrize("name", TEXTS)
def test_a_reader_would_call_it_that(name: str) -> None:
    expected, text = TEXTS[name]
    assert _read(text).genre == expected


def test_reasons_say_what_each_feature_added() -> None:
    document = _read(TEXTS["opinion by its section"][1])
    why = {reason.why: reason.points for reason in genre.reasons(document.text, document.frame) if reason.genre == "opinion"}
    assert why["section or notice says so"] > 2
