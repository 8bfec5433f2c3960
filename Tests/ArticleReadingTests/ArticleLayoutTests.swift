import GraphModel
import Testing

@testable import ArticleReading

@Suite struct ArticleLayoutTests {
    @Test("headline, subheadings and paragraphs of a web page's text, without what the publisher puts around them")
    func webPage() throws {
        let text = """
             date 2026-02-03 LIVE TV
            Minister Quits Over Port Contract, Deputy Takes Over

            Minister Quits Over Port Contract, Deputy Takes Over

            Transport minister Ana Kovar resigned on Tuesday over a port contract that her brother's firm had won.

            Published By: EXAMPLE WEB DESK
            Last updated: February 4, 2026 16:14:34 IST

            Transport minister Ana Kovar resigned on Tuesday over a port contract that her brother's firm had won. Her deputy takes over. 

            What Comes Next 

            The government will ask for new bids, “within weeks,” it said.

            ALSO READ | Ten ports to see

            (Inputs from ANI)

            First published on: Feb 2, 2026 4:08 PM IST
            """
        let document = try read(text)
        #expect(
            document.outline == [
                "# Minister Quits Over Port Contract, Deputy Takes Over",
                "Transport minister Ana Kovar resigned on Tuesday over a port contract that her brother's firm had won. Her deputy takes over.",
                "## What Comes Next",
                "The government will ask for new bids, “within weeks,” it said.",
            ])
        #expect(document.publisher == "EXAMPLE WEB DESK")
        #expect(document.published == PartialDate("2026-02-03"))
        #expect(document.title == "Minister Quits Over Port Contract, Deputy Takes Over")
        #expect(document.text == text)
    }

    @Test(
        "furniture is no part of the article",
        arguments: [
            "LIVE TV", "By Jane Doe", "By our foreign staff", "Our legal correspondent, Oslo", "By JANE DOE and John Roe",
            "By Pernille Ostermark, shipping correspondent", "Jane Doe, Reuters",
            "Jane Doe | Associated Press", "Published By: News Desk", "Last updated: January 9, 2026 16:14:34 IST", "(Inputs from ANI)",
            "(With inputs from our Paris bureau)", "First published on: Jan 9, 2026 4:08 PM IST", "Also read: Ten things to know",
            "ALSO READ | Ten ferry routes to try before the summer ends", "Read more", "Photo: Jane Doe/Getty Images",
            "Reporting by Jane Doe in Paris; editing by John Roe", "Reporting by Jane Doe and Max Moe; Editing by John Roe.",
            "The mayor in 2019 (Image: City Hall)", "Copyright 2026 The Example Press. All rights reserved.", "© 2026 Example", "Advertisement",
            "3 min read", "(ANI)", "Jan 9, 2026",
            "Friday, 9 January 2026, 4:08 PM IST", "Updated: January 9, 2026", "* * *", "Our Standards: The Example Trust Principles.",
            "Soldiers stand guard at the bridge on Monday. REUTERS/Jane Doe",
        ])
    func furniture(line: String) throws {
        let document = try read("Bridge closed\n\n\(line)\n\nThe bridge was closed on Monday.\n\n\(line)\n\nIt will open again.\n\n\(line)\n")
        #expect(document.outline == ["# Bridge closed", "The bridge was closed on Monday.", "It will open again."])
    }

    @Test(
        "sentences that begin like furniture stay",
        arguments: [
            "By Friday the troops had left the town.", "Reporting by the newspaper showed that the minister had lied.",
            "Published reports said on January 9, 2026 that the two men had met in the capital.", "Copyright law was changed.",
            "Jane Doe, the chief executive of Reuters, resigned.", "The firm sued Getty Images.", "Live pictures showed the fire.",
            "Updated figures were published by the bank on Monday.", "Related charges were dropped.", "Homes burned.",
            "Doe reported from Oslo that the bridge had been closed.",
        ])
    func sentences(line: String) throws {
        #expect(try read("Bridge closed\n\n\(line)\n\nIt will open again.\n").outline.contains(line))
    }

    @Test(
        "a dateline is no part of the paragraph",
        arguments: [
            "CARACAS (Reuters) - ", "CARACAS, Jan 3 (EFE) — ", "CARACAS, Venezuela — ", "NEW YORK, Jan. 3, 2026 (AP) -- ", "(Reuters) - ",
            "WASHINGTON – ",
            "New Delhi [India], January 9 (ANI): ", "Caracas, Venezuela (CNN) — ", "ROTTERDAM, Nov. 28 (Northline) - ", "NEW DELHI: ",
            "CARACAS (AP) —",
        ])
    func datelines(dateline: String) throws {
        let document = try read("Port closed\n\n\(dateline)The port was closed on Monday.\n\nIt will open again.\n")
        #expect(document.outline == ["# Port closed", "The port was closed on Monday.", "It will open again."])
    }

    @Test(
        "a first sentence with a dash or a colon is no dateline",
        arguments: [
            "Kovar - the transport minister - resigned.", "NATO — the alliance of the West — met on Monday.", "Trump: we will leave.",
            "The firm (Acme) - the biggest of its kind - closed.", "Gas prices rose — Again.", "NATO: what comes next is unclear.",
        ])
    func noDatelines(sentence: String) throws {
        #expect(try read("Port closed\n\n\(sentence)\n\nIt will open again.\n").outline.contains(sentence))
    }

    @Test(
        "the date is found where the text states it",
        arguments: [
            ("date 2026-01-09\nA\n\nBody text.", "2026-01-09"), ("date 2026-01\nA\n\nBody text.", "2026-01"),
            ("A\n\nPublished January 9, 2026\n\nBody text.", "2026-01-09"), ("A\n\nPublished on 9 January 2026\n\nBody text.", "2026-01-09"),
            ("A\n\nBody text.\n\nLast updated: January 9, 2026 16:14:34 IST", "2026-01-09"),
            ("A\n\nLast updated: January 10, 2026\n\nBody text.\n\nFirst published on: Jan 9, 2026", "2026-01-09"),
            ("A\n\nPublished 2026-01-09T10:00:00Z\n\nBody text.", "2026-01-09"), ("A\n\n9th Jan. 2026\n\nBody text.", "2026-01-09"),
            ("A\n\nCARACAS, Jan 9, 2026 (EFE) — Body text.", "2026-01-09"), ("A\n\nBody text of January 9, 2026.", "1999"),
            ("date 2026-01-08\nA\n\nPublished January 9, 2026\n\nBody text.", "2026-01-08"),
        ])
    func dates(text: String, date: String) throws {
        let reader = ArticleReader(fallbackDate: PartialDate("1999"))
        #expect(try reader.document(text: text, source: "a.txt").published?.description == date)
    }

    @Test("a text without a date has none") func noDate() throws {
        #expect(try read("Bridge closed\n\nThe bridge was closed.\n").published == nil)
    }

    @Test("hard-wrapped lines are one paragraph, indentation and headline among them")
    func wrapped() throws {
        let text = """
            Two navies agree on a joint patrol of the strait after a year of talks that
            were often broken off

            The two navies will patrol the strait together from March, their ministers
            said on Monday. Each sends four ships. The agreement was signed in
            Lisbon.
            Reaction

              A third country, which claims the strait as its own, called the agreement
              an insult. It recalled its envoy.
            """
        #expect(
            try read(text).outline.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") } == [
                "# Two navies agree on a joint patrol of the strait after a year of talks that were often broken off",
                "The two navies will patrol the strait together from March, their ministers said on Monday. Each sends four ships. "
                    + "The agreement was signed in Lisbon.",
                "## Reaction",
                "A third country, which claims the strait as its own, called the agreement an insult. It recalled its envoy.",
            ])
    }

    @Test("without blank lines each long line is a paragraph") func lineParagraphs() throws {
        let first =
            "The two navies will patrol the strait together from March, their ministers said on Monday, and each of them will send four ships to it."
        let second =
            "A third country, which claims the strait as its own, called the agreement an insult and recalled its envoy from the capital on Tuesday."
        let document = try read("Two navies agree\n\(first)\nReaction\n\(second)\n")
        #expect(document.outline == ["# Two navies agree", first, "## Reaction", second])
    }

    @Test("a question and a subheading in quotation marks stand between paragraphs") func subheadings() throws {
        let document = try read("A\n\nIt came.\n\nWho is she?\n\nIt went.\n\nMinister Calls Policy ‘Wrong’\n\nIt stayed.\n\n“Never again.”\n")
        #expect(
            document.outline == ["# A", "It came.", "## Who is she?", "It went.", "## Minister Calls Policy ‘Wrong’", "It stayed.", "“Never again.”"])
    }

    @Test("one sentence alone is a paragraph, and the title is its words") func sentenceAlone() throws {
        let document = try read("France attacked Mali.\n")
        #expect(document.outline == ["France attacked Mali."])
        #expect(document.title == "France attacked Mali.")
    }

    @Test("line ends of other systems count, and passages lie on character borders", arguments: ["\r\n", "\r", "\u{2028}"])
    func lineEnds(end: String) throws {
        let document = try read("Skarvøy sold" + end + end + "\u{A0}Skarvøy’s boats were sold. " + end + end + "\u{201C}Good.\u{201D}" + end)
        #expect(document.outline == ["# Skarvøy sold", "Skarvøy’s boats were sold.", "“Good.”"])
    }

    @Test("an agency's signature at the end of a paragraph is left out") func signature() throws {
        #expect(try read("A\n\nIt came. It went. (ANI)\n\nIt stayed (AP).\n").outline == ["# A", "It came. It went.", "It stayed (AP)."])
    }
}
