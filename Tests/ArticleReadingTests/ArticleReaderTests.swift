import ArticleReading
import GraphModel
import Testing

@Suite struct ArticleReaderTests {
    @Test("the id is the same for the same title, date and text, wherever they lie, and another for another text") func identifiers() throws {
        let reader = ArticleReader()
        let one = try reader.document(text: "A\n\nIt came.", source: "a.txt")
        #expect(try reader.document(text: "A\n\nIt came.", source: "b/c.txt").id == one.id)
        #expect(try reader.document(text: "A\n\nIt went.", source: "a.txt").id != one.id)
        #expect(try ArticleReader(fallbackDate: PartialDate("2026")).document(text: "A\n\nIt came.", source: "a.txt").id == one.id)
        #expect(one.id.utf8.count == 16)
    }

    @Test("a byte-order mark is no part of the text") func byteOrderMark() throws {
        let document = try read("\u{FEFF}date 2026-01-09\nA\n\nIt came.")
        #expect(document.text == "date 2026-01-09\nA\n\nIt came.")
        #expect(document.published == PartialDate("2026-01-09"))
    }

    @Test("white space or furniture alone is no article", arguments: ["", " \n\n", "\u{FEFF}", "date 2026-01-09\n", "LIVE TV\n\nRead more\n"])
    func noText(text: String) {
        #expect(problem(text) == .noText(source: "story.txt"))
    }

    @Test(
        "a bad date line is named with its line",
        arguments: [("date 2026-02-30\nA\n\nBody.", "2026-02-30"), ("\n date tomorrow\nA\n\nBody.", "tomorrow"), ("date\nA\n\nBody.", "")])
    func badDateLine(text: String, found: String) {
        #expect(problem(text) == .badDateLine(source: "story.txt", line: text.hasPrefix("\n") ? 2 : 1, found: found))
    }

    @Test("an article over the limit is refused") func tooLarge() {
        let text = "A\n\n" + String(repeating: "The ship came and went. ", count: ArticleReader.articleLimit / 24)
        #expect(problem(text + "The end of it.") == .tooLarge(source: "story.txt", limit: ArticleReader.articleLimit))
    }

    @Test(
        "other languages are refused",
        arguments: [
            "Der Minister hat am Montag in Berlin gesagt, dass die Regierung den Vertrag nicht mehr will. Die Opposition ist mit dem Vorschlag nicht zufrieden und wird im Parlament gegen das Gesetz stimmen, wie es hieß.",
            "El presidente de la república dijo el lunes que el gobierno no aceptará las condiciones que la empresa pidió para construir el puerto, y que su ministro hablará con los trabajadores en la capital esta semana.",
            "Le président a déclaré lundi que le gouvernement ne veut pas des conditions que la société a posées pour la construction du port, et que le ministre parlera avec les ouvriers dans la capitale cette semaine.",
            "De minister heeft maandag in Den Haag gezegd dat het kabinet niet met het bedrijf verder wil en dat er voor de zomer een nieuwe haven moet komen, maar de oppositie is het daar niet mee eens.",
            "Президент заявил в понедельник, что правительство не примет условия компании, которая строит порт, и что министр на этой неделе поговорит с рабочими в столице страны.",
            "总统星期一表示，政府不会接受建造港口的公司提出的条件，部长本周将在首都与工人会谈。反对派说，他们将在议会投票反对这项法律，因为它对工人不公平，而且会使国家负债。",
        ])
    func otherLanguages(text: String) {
        guard case .notEnglish = problem(text) else {
            Issue.record("not refused")
            return
        }
    }

    @Test(
        "English of any kind passes",
        arguments: [
            "PRESIDENT OF THE REPUBLIC REFUSES THE TERMS OF THE COMPANY THAT WAS TO BUILD THE PORT IN THE CAPITAL, AND THE MINISTER WILL SPEAK WITH THE WORKERS OF THE TOWN THIS WEEK",
            "Members: Juan de la Cruz, María de los Ángeles Pérez, Jürgen von der Leyen, Willem van der Berg, Luigi di Maio, Aung San Suu Kyi, Xi Jinping, Narendra Modi, Olaf Scholz and Emmanuel Macron of the council; Giorgia Meloni for Italy, Pedro Sánchez for Spain.",
            "Bref texte.",
        ])
    func english(text: String) {
        #expect(problem(text) == nil)
    }

    @Test("messages say where, what was found, what to do") func messages() {
        #expect(
            problem("date 2026-13-01\nA\n\nB.")?.description
                == "story.txt:1: '2026-13-01' is no date; write 'date YYYY-MM-DD', such as 'date 2026-01-09', or leave the line out")
        #expect("\(ReadingError.notUTF8(source: "a.txt", offset: 7, likely: "UTF-16"))".contains("iconv -f UTF-16 -t UTF-8"))
    }

    @Test func takesPlainTextForParagraphsBetweenBlankLines() throws {
        let text = "date 2026\nUne phrase\n \n\nBy Jane Doe\n"
        let document = try ArticleReader(layout: .plain).document(text: text, source: "a")
        #expect(document.passages.map { String(text[$0.span]) } == ["date 2026\nUne phrase", "By Jane Doe"])
        #expect(document.passages.allSatisfy { $0.role == .paragraph } && document.published == nil)
        #expect(throws: ReadingError.self) { try ArticleReader(layout: .plain).document(text: " \n", source: "a") }
    }
}
