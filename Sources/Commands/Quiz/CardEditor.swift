import Cards
import Foundation
import Language
import LearnerStore
import Study
import Terminal

/// Lets a learner edit a card of a deck in the editor that `VISUAL` or `EDITOR` names.
struct CardEditor {
  let store: LearnerStore
  let context: CommandContext
  /// The decks of the session, by absolute path.
  let decks: [String]

  /// Opens the editor at the card's line and takes up the deck as it is then.
  ///
  /// - Throws: what keeps the learner's file from being written.
  func edit(_ candidate: Candidate) throws -> CardEdit {
    guard let path = try path(of: candidate) else { return .impossible(EditNotice.deckGone.message) }
    let setting = ["VISUAL", "EDITOR"].lazy.compactMap { context.environment[$0] }.first { !$0.isEmpty }
    guard let words = CommandWords(setting ?? "vi")?.words else {
      return .impossible(EditNotice.unreadable(setting ?? "").message)
    }
    guard let before = try? LoadedDeck(at: path),
      let line = before.file.cards.first(where: { $0.id == candidate.card.id })?.line
    else { return .impossible(EditNotice.deckGone.message) }
    let command = words + arguments(of: words[0], line: line, path: path)
    guard runOnTerminal(command, environment: context.environment) else {
      return .impossible(EditNotice.failed(words[0]).message)
    }
    return try takeUp(path, candidate, before: before)
  }

  private func path(of candidate: Candidate) throws -> String? {
    try decks.first {
      try store.cardIDs(inDeckAt: $0).contains(candidate.card.id) && fileKind(at: $0) == .file
    }
  }

  private func takeUp(_ path: String, _ candidate: Candidate, before: LoadedDeck) throws -> CardEdit {
    var deck: LoadedDeck
    do {
      deck = try LoadedDeck(at: path)
      guard deck.fingerprint != before.fingerprint else { return .unchanged }
      _ = try deck.giveMissingIDs()
    } catch {
      return .impossible(EditNotice.unusable.message)
    }
    _ = try store.takeUp(
      deckAt: path,
      name: deck.name,
      fingerprint: deck.fingerprint,
      cards: deck.file.cards,
      at: context.clock.now()
    )
    guard let card = deck.file.cards.first(where: { $0.id == candidate.card.id }) else { return .removed }
    return card == candidate.card ? .unchanged : .changed(card)
  }
}

/// The arguments by which an editor opens a file at a line; the file alone for one of which that is not known.
func arguments(of editor: String, line: Int, path: String) -> [String] {
  switch fileName(of: editor) {
  case "vi", "vim", "nvim", "nvi", "view", "elvis", "nano", "pico", "emacs", "emacsclient", "mg", "micro",
    "joe", "jed", "ne", "kak", "zile", "jove":
    ["+\(line)", path]
  case "hx", "helix", "subl": ["\(path):\(line)"]
  case "code", "codium", "code-insiders": ["--wait", "--goto", "\(path):\(line)"]
  default: [path]
  }
}

/// Runs a program that has the terminal until it ends; whether it ended well.
///
/// It stays in our process group, so that the terminal's keys reach it; what Ctrl-C means meanwhile is its
/// matter, not ours.
private func runOnTerminal(_ words: [String], environment: [String: String]) -> Bool {
  var arguments: [UnsafeMutablePointer<CChar>?] = words.map { (word: String) in strdup(word) } + [nil]
  let sorted = environment.sorted { $0.key < $1.key }
  var variables: [UnsafeMutablePointer<CChar>?] = sorted.map { strdup("\($0.key)=\($0.value)") } + [nil]
  defer { for text in arguments + variables { free(text) } }
  #if os(Linux)
  var attributes = posix_spawnattr_t()
  #else
  var attributes: posix_spawnattr_t?
  #endif
  posix_spawnattr_init(&attributes)
  defer { posix_spawnattr_destroy(&attributes) }
  var standard = sigset_t()
  sigemptyset(&standard)
  sigaddset(&standard, SIGINT)
  sigaddset(&standard, SIGQUIT)
  posix_spawnattr_setsigdefault(&attributes, &standard)
  posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
  let interrupt = ignore(SIGINT)
  let quit = ignore(SIGQUIT)
  defer {
    restore(SIGINT, interrupt)
    restore(SIGQUIT, quit)
  }
  var process: pid_t = 0
  guard posix_spawnp(&process, words[0], nil, &attributes, &arguments, &variables) == 0 else { return false }
  var status: Int32 = 0
  while waitpid(process, &status, 0) < 0 {
    guard errno == EINTR else { return false }
  }
  return status == 0
}

private func ignore(_ signal: Int32) -> sigaction {
  var before = sigaction()
  var ignoring = sigaction()
  #if os(Linux)
  ignoring.__sigaction_handler.sa_handler = SIG_IGN
  #else
  ignoring.__sigaction_u.__sa_handler = SIG_IGN
  #endif
  sigaction(signal, &ignoring, &before)
  return before
}

private func restore(_ signal: Int32, _ action: sigaction) {
  var action = action
  sigaction(signal, &action, nil)
}

/// Why a card could not be edited.
private enum EditNotice {
  case deckGone
  case unreadable(String)
  case failed(String)
  case unusable

  var message: Bilingual {
    switch self {
    case .deckGone:
      Bilingual(
        zh: "找不到这张卡所在的卡片集文件；把它放回原处再试。",
        en: "The deck file with this card is not to be found; put it back and try again."
      )
    case .unreadable(let text):
      Bilingual(
        zh: "看不懂 EDITOR 的值“\(text)”；请设成一个命令，如 EDITOR=nano。",
        en: "EDITOR is '\(text)', which is no command; set it to one, as in EDITOR=nano."
      )
    case .failed(let program):
      Bilingual(
        zh: "编辑器 \(program) 没有正常运行，卡片未变；可以另设 EDITOR，如 EDITOR=nano。",
        en:
          "The editor \(program) did not end well, so the card is as it was; set EDITOR to another, as in EDITOR=nano."
      )
    case .unusable:
      Bilingual(
        zh: "改过的文件读不懂，这张卡照旧；运行 wengu lint 看是哪里的问题。",
        en: "The file as edited cannot be read, so the card stays as it was; 'wengu lint' says what is wrong."
      )
    }
  }
}
