import Language
import LearnerStore

/// What a learner is told about remembered decks.
enum DeckNotice {
  /// A remembered deck's file is not there any more.
  case deckGone(path: String, name: String)
  /// A remembered deck's file cannot be read; why.
  case deckUnread(Bilingual)
  /// A remembered deck's file was found again elsewhere.
  case deckMoved(from: String, to: String)
  /// A deck was found in a remembered folder.
  case deckFound(path: String, name: String)
  /// A remembered deck changed in what it asks.
  case deckTakenUp(path: String, added: Int, vanished: Int, startedAnew: Int)
  /// Cards stand in two remembered decks.
  case cardsInTwoDecks(SharedCards)
  /// A deck or folder is now remembered.
  case added(name: String, path: String, cards: Int)
  /// A folder is now remembered.
  case folderAdded(path: String, decks: Int)
  /// A deck is not remembered any more.
  case removed(name: String, path: String, due: Int, isLeftOut: Bool)
  /// A folder is not remembered any more.
  case folderRemoved(path: String, decks: Int)

  /// The notice in words.
  var message: Bilingual {
    switch self {
    case .deckGone(let path, let name):
      Bilingual(
        zh: "\(safe(path)): 文件不见了，按上次的内容提问；若已移走，用 wengu decks add 指出新位置；"
          + "若不再学，用 wengu decks remove \(quoted(name))",
        en: """
          \(safe(path)): the file is gone, so its cards are asked as they were last time; if it was moved, \
          name its place with 'wengu decks add', or forget it with 'wengu decks remove \(quoted(name))'
          """
      )
    case .deckUnread(let why):
      Bilingual(
        zh: "\(why.chinese)；这个卡片集按上次的内容提问",
        en: "\(why.english); until then its cards are asked as they were last time"
      )
    case .deckMoved(let old, let new):
      Bilingual(
        zh: "\(safe(old)) 已移到 \(safe(new))（按卡片编号认出），进度不变",
        en: "\(safe(old)) is now \(safe(new)), as its card ids tell; progress stays"
      )
    case .deckFound(let path, let name):
      Bilingual(
        zh: "\(safe(path)): 文件夹里新来的卡片集“\(safe(name))”，从今天起一起学；不要它就用 wengu decks remove",
        en: """
          \(safe(path)): deck '\(safe(name))' is new in its folder and is asked from now on; \
          leave it out with 'wengu decks remove'
          """
      )
    case .deckTakenUp(let path, let added, let vanished, let startedAnew):
      Bilingual(
        zh: "\(safe(path)): 卡片集有更新："
          + counts([(added, "新增", ""), (vanished, "移出", ""), (startedAnew, "答案变了要重学", "")], "、"),
        en: "\(safe(path)): the deck has changed: "
          + counts(
            [
              (added, "", " new"), (vanished, "", " taken out"),
              (startedAnew, "", " with a new answer, to be relearned"),
            ],
            ", "
          )
      )
    case .cardsInTwoDecks(let cards):
      Bilingual(
        zh: "\(cards.count) 张卡片（如 ^\(cards.first)）同时在 \(safe(cards.askedIn)) 和 \(safe(cards.alsoIn)) 中，"
          + "只按前者提问；请从一个文件中删去，或用 wengu decks remove 去掉一个",
        en: """
          \(cards.count == 1 ? "one card" : "\(cards.count) cards") (such as ^\(cards.first)) \
          \(cards.count == 1 ? "stands" : "stand") both in \(safe(cards.askedIn)) and in \(safe(cards.alsoIn)), \
          and \(cards.count == 1 ? "is" : "are") asked as in the first only; \
          delete them from one file, or take one deck away with 'wengu decks remove'
          """
      )
    case .added(let name, let path, let cards):
      Bilingual(
        zh: "\(safe(path)): 记住了“\(safe(name))”，\(cards) 张卡片；用 wengu quiz 开始",
        en: "\(safe(path)): '\(safe(name))' is remembered, \(plural(cards, "card")); start with 'wengu quiz'"
      )
    case .folderAdded(let path, let decks):
      Bilingual(
        zh: "\(safe(path)): 记住了这个文件夹，\(decks) 个卡片集；以后放进来的也算",
        en:
          "\(safe(path)): the folder is remembered, \(plural(decks, "deck")); those put into it later count too"
      )
    case .removed(let name, let path, let due, let isLeftOut):
      Bilingual(
        zh: "不再问“\(safe(name))”（\(safe(path))）"
          + (due > 0 ? "，包括到期的 \(due) 张" : "") + (isLeftOut ? "，虽然它的文件夹还记着" : "")
          + "；学过的都留着，用 wengu decks add 可以接着学",
        en: """
          '\(safe(name))' (\(safe(path))) is not asked any more\
          \(due > 0 ? ", nor the \(plural(due, "card")) of it that \(due == 1 ? "is" : "are") due" : "")\
          \(isLeftOut ? ", though its folder is still remembered" : ""); \
          what was learnt is kept, and 'wengu decks add' goes on from there
          """
      )
    case .folderRemoved(let path, let decks):
      Bilingual(
        zh: "\(safe(path)): 不再记着这个文件夹和其中 \(decks) 个卡片集；学过的都留着",
        en:
          "\(safe(path)): the folder and its \(plural(decks, "deck")) are forgotten; what was learnt is kept"
      )
    }
  }

  /// What taking up a remembered deck changed; nil where nothing that a learner would notice did.
  static func deckChanged(path: String, _ taken: TakeUp) -> DeckNotice? {
    let counts = (taken.added.count, taken.vanished.count, taken.startedAnew.count)
    guard counts != (0, 0, 0) else { return nil }
    return .deckTakenUp(path: path, added: counts.0, vanished: counts.1, startedAnew: counts.2)
  }

  private func counts(_ parts: [(count: Int, before: String, after: String)], _ separator: String) -> String {
    parts.filter { $0.count > 0 }
      .map { "\($0.before)\($0.before.isEmpty ? "" : " ")\($0.count)\($0.after)" }
      .joined(separator: separator)
  }

  private func plural(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}

/// A name as one types it after a command.
private func quoted(_ name: String) -> String {
  let text = safe(name)
  guard text.contains(where: { $0 == " " || $0 == "'" }) else { return text }
  return "\"\(text)\""
}
