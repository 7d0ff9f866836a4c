public import Language

/// What a stretch of a page means; what it looks like is decided where it is drawn.
public enum PageRole: Sendable, Equatable {
  case plain
  /// What may be overlooked.
  case faint
  /// What stands out.
  case strong
  /// What is as it should be.
  case good
  /// What needs care.
  case poor
}

/// A stretch of text of one role.
public struct PageRun: Sendable, Equatable {
  /// The text; it passes `safe` where it is shown.
  public let text: String

  /// What it means.
  public let role: PageRole

  /// A stretch from its parts.
  public init(_ text: String, _ role: PageRole = .plain) {
    self.text = text
    self.role = role
  }
}

/// A key that leads on from a page.
public struct PageKey: Sendable, Equatable {
  /// The character; nil is Enter.
  public let character: Character?

  /// What it does.
  public let meaning: Bilingual

  /// A key from its parts.
  public init(_ character: Character?, _ meaning: Bilingual) {
    self.character = character
    self.meaning = meaning
  }
}

/// A text to be read, with the keys that lead on from it.
public struct KeyedPage: Sendable {
  /// What stands above it.
  public let title: String

  /// What stands at the right of the title, where there is room.
  public let aside: String

  /// Its paragraphs for a number of columns; each is wrapped, none is cut.
  public let body: @Sendable (_ width: Int) -> [[PageRun]]

  /// The keys that lead on; `q` and Esc leave besides.
  public let keys: [PageKey]

  /// A page from its parts.
  public init(
    title: String,
    aside: String = "",
    keys: [PageKey],
    body: @escaping @Sendable (_ width: Int) -> [[PageRun]]
  ) {
    self.title = title
    self.aside = aside
    self.keys = keys
    self.body = body
  }
}

/// How a learner left a page.
public enum PageEnd: Sendable, Equatable {
  /// By one of its keys; nil is Enter.
  case key(Character?)
  /// To leave.
  case left
}

extension KeyedPage {
  /// What a key means here; nil where it is none of the page's.
  func end(of character: Character?) -> PageEnd? {
    if keys.contains(where: { $0.character == character }) { return .key(character) }
    return character == "q" ? .left : nil
  }

  /// How the page is left.
  static let leave = PageKey("q", Bilingual(zh: "离开", en: "leave"))
}
