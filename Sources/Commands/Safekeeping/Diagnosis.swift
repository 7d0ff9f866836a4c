import Cards
import Language
import LearnerStore
import Reports
import Terminal

/// What `doctor` found in a file and did about it.
struct Diagnosis {
  /// The file.
  let path: String

  /// What the look over the file found; nil where it could not be opened.
  let verification: Verification?

  /// Why it could not be opened or read to its end.
  let refusal: LearnerFileFailure?

  /// How many states were computed anew.
  var rebuiltStates: Int?

  /// What was saved into a new file.
  var salvage: Salvage?

  /// Looks over a file.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - isSuspected: whether also what looks like another program's file is to be taken for ours, as damage
  ///     may have made it look so.
  /// - Throws: `LearnerFileFailure` where there is no file, it may not be read, or it is not ours to judge.
  init(of path: String, isSuspected: Bool = false) throws {
    self.path = path
    do {
      verification = try LearnerStore.open(path: path, access: .readOnly).verify()
      refusal = nil
    } catch let failure as LearnerFileFailure {
      switch failure {
      case .damaged, .damagedEvent, .unexpectedSchema, .notADatabase:
        verification = nil
        refusal = failure
      case .foreign where isSuspected:
        verification = nil
        refusal = failure
      default: throw failure
      }
    }
  }

  /// Whether nothing is wrong.
  var isSound: Bool { refusal == nil && verification?.isSound ?? false }

  /// Whether what was wrong has been put right.
  var isMended: Bool { salvage != nil }

  /// Whether the log is whole, so that the states can be computed anew in place.
  var needsStatesOnly: Bool {
    guard let verification else { return false }
    return verification.isLogSound && verification.orphans.isEmpty
  }

  /// What to do.
  var advice: Bilingual {
    Bilingual(
      zh: "用 wengu doctor --repair 修复，或用 wengu restore 恢复备份",
      en: "mend it with 'wengu doctor --repair', or go back to a backup with 'wengu restore'"
    )
  }
}

extension Diagnosis {
  /// The diagnosis for people: one finding a line, then the outcome.
  func lines(in language: InterfaceLanguage) -> [String] {
    let outcome = outcome.map { $0.text(in: language) }
    return findings.map { $0.text(in: language) } + outcome
  }

  /// The diagnosis for programs.
  func json(in language: InterfaceLanguage) -> JSONValue {
    func strings(_ texts: [String]) -> JSONValue { .array(texts.map(JSONValue.string)) }
    let found = verification ?? Verification()
    return .object([
      JSONMember("file", .string(path)), JSONMember("sound", .bool(isSound)),
      JSONMember("refused", refusal.map { .string($0.message.text(in: language)) } ?? .null),
      JSONMember("events", JSONValue(found.soundEvents)),
      JSONMember("damaged_events", strings(found.damagedEvents)),
      JSONMember("misplaced_events", strings(found.misplacedEvents)),
      JSONMember("missing_events", strings(found.missingEvents)),
      JSONMember("differing_states", strings(found.differingStates.map(\.text))),
      JSONMember("orphans", strings(found.orphans)), JSONMember("integrity", strings(found.integrity)),
      JSONMember("rebuilt_states", rebuiltStates.map { JSONValue($0) } ?? .null),
      JSONMember("salvaged", salvage.map(\.json) ?? .null),
    ])
  }

  private var findings: [Bilingual] {
    if let refusal { return [refusal.message] }
    guard let verification else { return [] }
    let tables: [([String], zh: String, en: String)] = [
      (verification.integrity, "数据库损坏", "the database is damaged"),
      (verification.damagedEvents, "记录的校验和不符", "events that are not what was recorded"),
      (verification.misplacedEvents, "记录的次序不对", "events out of their order in time"),
      (verification.orphans, "引用了不存在的内容", "tables that refer to what is not there"),
      (verification.differingStates.map(\.text), "状态与记录不符", "cards whose state is not what the log says"),
      (
        verification.missingEvents, "缺少的记录（别的副本里也许有，可用 wengu import 合并）",
        "events that are missing (another copy may have them: 'wengu import')"
      ),
    ]
    return tables.filter { !$0.0.isEmpty }.map { found in
      let shown = found.0.prefix(10).map { safe($0) }.joined(separator: ", ")
      let more = found.0.count > 10 ? ", …" : ""
      return Bilingual(
        zh: "\(found.zh)（\(found.0.count)）：\(shown)\(more)",
        en: "\(found.en) (\(found.0.count)): \(shown)\(more)"
      )
    }
  }

  private var outcome: [Bilingual] {
    if let salvage { return [salvage.words] }
    var lines: [Bilingual] = []
    if let rebuiltStates {
      lines.append(
        Bilingual(zh: "重算了 \(rebuiltStates) 张卡片的状态", en: "computed the states of \(rebuiltStates) cards anew")
      )
    }
    if isSound, let verification {
      let count = verification.soundEvents
      lines.append(
        Bilingual(zh: "\(safe(path))：完好，\(count) 条记录", en: "\(safe(path)): sound, \(count) events")
      )
    }
    return lines
  }
}

extension Salvage {
  fileprivate var words: Bilingual {
    let rest = Bilingual(
      zh: unreadable == 0 ? "" : "；\(unreadable) 条读不出",
      en: unreadable == 0 ? "" : "; \(unreadable) could not be read"
    )
    return Bilingual(
      zh: """
        抢救出 \(reviews) 次复习（共 \(events) 条记录），存为 \(safe(path))\(rest.chinese)。
        原文件没有改动；用 wengu restore \(safe(path)) 换上它
        """,
      en: """
        saved \(reviews) reviews (\(events) events in all) as \(safe(path))\(rest.english)
        the damaged file is as it was; put the new one in its place with 'wengu restore \(safe(path))'
        """
    )
  }

  fileprivate var json: JSONValue {
    .object([
      JSONMember("file", .string(path)), JSONMember("events", JSONValue(events)),
      JSONMember("reviews", JSONValue(reviews)), JSONMember("unreadable", JSONValue(unreadable)),
      JSONMember("decks", JSONValue(decks)),
    ])
  }
}
