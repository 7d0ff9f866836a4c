import Cards
import Language
import Terminal

/// What a newcomer sees: three sentences, and what lies at hand to begin with.
struct WelcomePage {
  /// A deck in the current folder.
  struct Found {
    let path: String
    let name: String
    let cards: Int
  }

  /// The decks in the current folder; at most nine are offered.
  let decks: [Found]

  /// The essays in the current folder.
  let essays: [String]

  let language: InterfaceLanguage

  private func words(_ zh: String, _ en: String) -> String { Bilingual(zh: zh, en: en).text(in: language) }

  /// The page; the digits begin with a deck that was found.
  var page: KeyedPage {
    let keys = decks.enumerated().map { index, deck in
      PageKey(
        index == 0 ? nil : Character("\(index + 1)"),
        Bilingual(zh: "学“\(safe(deck.name))”", en: "begin '\(safe(deck.name))'")
      )
    }
    let copy = self
    return KeyedPage(title: words("欢迎用温故", "Welcome to Wengu"), keys: keys) { _ in copy.lines }
  }

  private var lines: [[PageRun]] {
    let essay = essays.first.map { safe($0) }
    let source = essay ?? words("文章.txt", "essay.txt")
    let deck = essay.map { stem(of: $0) + ".md" } ?? words("卡片集.md", "deck.md")
    let sentences = [
      words(
        "温故把一篇文章变成一套题卡，每天问你几分钟，让你一直记得它说了什么。",
        "Wengu turns an essay into question cards and asks you for a few minutes a day, so that you keep what it says."
      ),
      words(
        "先做卡片集：wengu compile \(source) -o \(deck)（别人给的卡片集也行）。",
        "First make a deck: wengu compile \(source) -o \(deck) (or take one that somebody gave you)."
      ),
      words(
        "再开始：wengu quiz \(deck)；从此每天只要运行 wengu，做过的都会记住。",
        "Then begin: wengu quiz \(deck); from then on just run wengu each day, all you did is kept."
      ),
    ]
    var lines = sentences.map { [PageRun($0)] }
    guard !decks.isEmpty else { return lines }
    lines.append([PageRun("")])
    lines.append([PageRun(words("这个文件夹里已有卡片集：", "Decks in this folder:"), .strong)])
    for (index, deck) in decks.enumerated() {
      let key = index == 0 ? words("回车", "Enter") : "\(index + 1)"
      let count = words("\(deck.cards) 张", "\(deck.cards) cards")
      lines.append([
        PageRun("  "), PageRun(key, .strong),
        PageRun("  \(deck.name) (\(fileName(of: deck.path)), \(count))"),
      ])
    }
    return lines
  }
}

extension WelcomePage {
  /// What lies in the current folder, in the order of the names.
  init(language: InterfaceLanguage) {
    var decks: [Found] = []
    for path in deckFiles(in: ".", withSubfolders: false).prefix(50) where decks.count < 9 {
      guard let deck = try? LoadedDeck(at: path), deck.isDeck else { continue }
      let count = deck.file.cards.count + deck.file.missingIDCount
      if count > 0 { decks.append(Found(path: path, name: deck.name, cards: count)) }
    }
    self.init(decks: decks, essays: textFiles(), language: language)
  }
}
