"""What is asked and answered in the made-up year."""

from typing import Final

TALKS: Final = (
    ("Where can I find the 1923 survey map of the harbour?",
     "It is in the map room, drawer 14. I can have it laid out for you."),
    ("Is the reading room open on Saturday?", "Yes, from 10 to 14."),
    ("I cannot get into the journal database from home.",
     "Please log in with your library card first; the link is at the top of the page."),
    ("How do I cite a newspaper article without an author?",
     "Begin with the title of the article, then the newspaper and the date."),
    ("Do you have the town council's minutes from the 1950s?",
     "We have 1948 to 1961 on microfilm. Shall I reserve a reader for you?"),
    ("My hold says ready, but it is not on the shelf.",
     "I have just found it: it stood one shelf too low. It is at the counter now."),
    ("Can I borrow a laptop here?", "Yes, for three hours, with your card."),
    ("Which databases are good for nursing?",
     "Start with CINAHL and PubMed; both are on the page for nursing."),
    ("How many books can I renew at once?", "All that nobody else waits for."),
    ("I need statistics on rents in this district since 2000.",
     "The yearbook of the statistical office has a table for each year; here is the first."),
    ("Is there a quiet room that I can book?", "There are four; the calendar is on our page."),
    ("Who holds the rights to a photograph in your archive?",
     "That depends on the photographer. Tell me the number on its back."),
    ("Could you scan a chapter for me?", "One chapter of a book, yes. Which one?"),
    ("Where do I return a book when you are closed?", "In the box beside the main door."),
    ("I am looking for my great-grandfather's emigration papers.",
     "The lists of the shipping lines are in the regional archive; I can show you how to search."),
    ("How do I print from my phone?", "Send it to the print page; you pay at the machine."),
)  # fmt: skip
"""Questions with their answers."""

FURTHER: Final = (
    ("And where is that?", "On the second floor, to the left of the lift."),
    ("Is there also a copy online?", "Yes, the link is in the catalogue."),
    ("How long may I keep it?", "Four weeks."),
    ("Do I need an appointment?", "No, just come by."),
    ("Could you send me the link?", "Here it is: https://catalogue.library.example/1923"),
)

THANKS: Final = ("Thank you!", "Thanks, that helps a lot.", "Great, thank you.")
SPAM: Final = "Cheap watches at example.invalid"
