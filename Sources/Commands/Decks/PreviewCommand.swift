import ArgumentParser
import Cards
import Language
import Reports
import Terminal

/// The command `wengu preview`.
struct PreviewCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "preview",
      abstract: told("看看学习者会见到的卡片。", "See the cards as a learner will."),
      discussion: told(
        """
        不改动任何文件。-o 的文件名以 .html 结尾时写成一个网页，可打印，不需要网络。
        例：
          wengu preview 卡片集.md | less
          wengu preview 卡片集.md -o 卡片集.html
        """,
        """
        Changes nothing. With -o, a name that ends in .html makes one page, fit to print, that needs no network.
        Examples:
          wengu preview deck.md | less
          wengu preview deck.md -o deck.html
        """
      )
    )
  }

  @Argument(help: help("卡片集文件", "The deck file.", valueName: "deck"), completion: .file(extensions: ["md"]))
  var deck: String

  @Option(
    name: [.short, .customLong("output")],
    help: help("写到文件；缺省写到标准输出", "Write to a file; else to standard output.", valueName: "file"),
    completion: .file()
  )
  var output: String?

  @Flag(help: help("写成网页", "Make a page."))
  var html = false

  @Flag(help: help("每行一个 JSON 对象", "One JSON object a line."))
  var json = false

  @OptionGroup var place: PlaceOptions

  func validate() throws {
    if html, json { throw ValidationError(told("--html 和 --json 只能选一个", "choose one of --html and --json")) }
  }

  func run(in context: CommandContext) throws -> ExitStatus {
    var loaded = try LoadedDeck(at: deck)
    for diagnostic in loaded.file.diagnostics where diagnostic.severity == .error {
      try context.say(line: diagnostic.line(path: deck, language: context.language))
    }
    // Ids are made for cards that have none, only to show them; the file gets the same ones later.
    _ = loaded.file.mintMissingIDs(deckName: loaded.name)
    guard !loaded.file.cards.isEmpty else { throw CommandFailure.deckWithoutCards(path: deck) }
    if let output, isSameFile(output, deck) { throw CommandFailure.outputIsDeck(path: output) }
    try write(loaded, context: context)
    return .success
  }

  private func write(_ loaded: LoadedDeck, context: CommandContext) throws {
    let name = output?.lowercased() ?? ""
    if json {
      let lines = loaded.file.cards.map { $0.preview.text + "\n" }
      try put(lines.joined(), context: context)
    } else if html || name.hasSuffix(".html") || name.hasSuffix(".htm") {
      let page = DeckPage(
        name: loaded.name,
        cards: loaded.file.cards,
        deckLanguage: loaded.file.header.language,
        language: context.language
      )
      try put(page.page.text, context: context)
    } else {
      let sheet = DeckSheet(loaded, language: context.language)
      guard let output else { return sheet.write(to: context.output) }
      let text = CollectedText()
      sheet.write(to: text)
      try writeFileAtomically(Array(text.text.utf8), to: output)
    }
  }

  private func put(_ text: String, context: CommandContext) throws {
    guard let output else { return context.output.write(text) }
    try writeFileAtomically(Array(text.utf8), to: output)
  }
}

/// Text that is kept, unwrapped.
private final class CollectedText: TextOutput {
  private(set) var text = ""
  let width: Int? = nil

  func write(_ text: String) { self.text += text }
  func flush() {}
}

/// A deck's cards in lines, as the linear front end shows them.
private struct DeckSheet {
  private let name: String
  private let cards: [Card]
  private let language: InterfaceLanguage

  init(_ deck: LoadedDeck, language: InterfaceLanguage) {
    name = deck.name
    cards = deck.file.cards
    self.language = language
  }

  func write(to output: any TextOutput) {
    for (index, card) in cards.enumerated() {
      if index > 0 { output.write("\n") }
      let face = CardFace(card, language: language)
      output.say(heading(card, number: index + 1))
      output.say(([name] + card.section).joined(separator: " › "))
      output.say(face.question, in: language)
      output.write("\n")
      output.say(face.answer, in: language)
    }
  }

  private func heading(_ card: Card, number: Int) -> String {
    var parts = [
      Bilingual(zh: "第 \(number) 张，共 \(cards.count) 张", en: "Card \(number) of \(cards.count)"),
      Bilingual(zh: "第 \(card.line) 行", en: "line \(card.line)"),
      Bilingual(zh: "^\(card.id)", en: "^\(card.id)"),
    ]
    if card.isRetired { parts.append(Bilingual(zh: "已停用，不再提问", en: "retired, not asked")) }
    return "== " + parts.map { $0.text(in: language) }.joined(separator: language == .chinese ? "，" : ", ")
  }
}

extension Card {
  /// The card as a learner sees it, for programs.
  fileprivate var preview: JSONValue {
    .object([
      JSONMember("id", .string(id.text)), JSONMember("line", JSONValue(line)),
      JSONMember("kind", .string(kind.rawValue)),
      JSONMember("section", section.isEmpty ? .null : .string(section.joined(separator: " › "))),
      JSONMember("context", JSONValue(context)), JSONMember("question", .string(question)),
      JSONMember("choices", JSONValue(choices)), JSONMember("answers", JSONValue(answers)),
      JSONMember("accept", .string(accept.rawValue)), JSONMember("correction", JSONValue(correction)),
      JSONMember("passage", JSONValue(passage)), JSONMember("remark", JSONValue(remark)),
      JSONMember("tags", JSONValue(tags)), JSONMember("retired", .bool(isRetired)),
    ])
  }
}
