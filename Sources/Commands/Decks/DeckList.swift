import Language
import LearnerStore
import Reports
import Scheduling
import Study
import Terminal

/// What a learner's file remembers of decks, to be shown.
struct DeckList {
  /// One deck with where it belongs.
  struct Entry {
    var deck: RememberedDeck
    var counts: DeckCounts
    /// The remembered folder it lies in.
    var folder: String?
    var isGone: Bool
  }

  private var folders: [String] = []
  private var entries: [Entry] = []
  private var leftOut: [String] = []

  /// Nothing remembered.
  init() {}

  /// All that a learner's file remembers, with what is to be done now.
  init(_ opened: OpenLearner, context: CommandContext) throws {
    let store = opened.store
    let folders = try store.deckFolders()
    let counts = try opened.deckCounts(context: context)
    self.folders = folders
    leftOut = try store.decksLeftOut().sorted()
    entries = try store.rememberedDecks().map { deck in
      Entry(
        deck: deck,
        counts: counts[deck.path] ?? DeckCounts(),
        folder: folders.filter { isPath(deck.path, below: $0) }.max { $0.count < $1.count },
        isGone: fileKind(at: deck.path) == nil
      )
    }
  }

  /// Whether nothing is remembered.
  var isEmpty: Bool { folders.isEmpty && entries.isEmpty }
}

extension OpenLearner {
  /// What is to be done today in each remembered deck, by its path.
  func deckCounts(context: CommandContext) throws -> [String: DeckCounts] {
    let calendar = try store.settings().calendar
    let today = calendar.day(of: context.clock.now())
    let end = calendar.start(of: today.advanced(by: 1), in: context.zone).advanced(by: Milliseconds(-1))
    return try store.deckCounts(on: today, until: end)
  }
}

extension DeckList {
  /// The list for people: decks of their own, then each folder with its decks below it.
  func lines(in language: InterfaceLanguage) -> [String] {
    var rows: [[String]] = []
    for entry in entries where entry.folder == nil { rows.append(row(entry, language)) }
    for folder in folders {
      rows.append([safe(folder) + "/"])
      let inside = entries.filter { $0.folder == folder }.sorted { $0.deck.path < $1.deck.path }
      rows += inside.map { row($0, language) }
      for path in leftOut where isPath(path, below: folder) {
        let mark = Bilingual(zh: "不学", en: "left out").text(in: language)
        rows.append(["  (\(mark))", "", "", "", "  " + safe(String(path.dropFirst(folder.count + 1)))])
      }
    }
    return alignedColumns(rows, atRight: [1, 2, 3])
  }

  private func row(_ entry: Entry, _ language: InterfaceLanguage) -> [String] {
    let cards = Bilingual(zh: "\(entry.deck.cardCount) 张", en: "\(entry.deck.cardCount) cards")
    let due = Bilingual(zh: "到期 \(entry.counts.due)", en: "\(entry.counts.due) due")
    let new = Bilingual(zh: "新 \(entry.counts.new)", en: "\(entry.counts.new) new")
    var place = entry.folder.map { String(entry.deck.path.dropFirst($0.count + 1)) } ?? entry.deck.path
    place = safe(place)
    if entry.isGone { place += Bilingual(zh: "（文件不见了）", en: " (file is gone)").text(in: language) }
    if entry.counts.askedElsewhere > 0 {
      let count = entry.counts.askedElsewhere
      place += Bilingual(zh: "（\(count) 张按另一个卡片集提问）", en: " (\(count) asked as another deck's)").text(
        in: language
      )
    }
    let indent = entry.folder == nil ? "" : "  "
    return [indent + safe(entry.deck.name)] + [cards, due, new].map { $0.text(in: language) } + [place]
  }

  /// The list for programs: one object for each deck, in the order in which they were first taken up.
  var json: JSONValue {
    .array(
      entries.map { entry in
        .object([
          JSONMember("deck", .string(entry.deck.name)), JSONMember("file", .string(entry.deck.path)),
          JSONMember("folder", JSONValue(entry.folder)), JSONMember("cards", JSONValue(entry.deck.cardCount)),
          JSONMember("due", JSONValue(entry.counts.due)), JSONMember("new", JSONValue(entry.counts.new)),
          JSONMember("asked_elsewhere", JSONValue(entry.counts.askedElsewhere)),
          JSONMember("is_gone", .bool(entry.isGone)),
        ])
      }
    )
  }
}
