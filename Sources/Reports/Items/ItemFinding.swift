public import Cards
public import Language

/// What the answers of a class say is wrong with a card.
public enum ItemFinding: Sendable, Equatable {
  /// Nearly all knew it before they had learnt it.
  case tooEasy(Proportion)
  /// Nobody knew it, or hardly anyone.
  case unknownToAll(Proportion)
  /// Those who know the other cards know it no better than those who do not.
  case doesNotDiscriminate(Double, learners: Int)
  /// Nobody took some of the wrong options.
  case untaken([String], answers: Int)
  /// Learners gave an answer that was told to be wrong, and held it to be right.
  case perhapsRight(answer: String, count: Int, kind: CardKind?)

  /// A name for programs, which never changes.
  public var code: String {
    switch self {
    case .tooEasy: "too-easy"
    case .unknownToAll: "unknown-to-all"
    case .doesNotDiscriminate: "does-not-discriminate"
    case .untaken: "option-untaken"
    case .perhapsRight: "perhaps-right"
    }
  }

  /// The finding in words: first what is wrong, then what to do.
  public var message: Bilingual {
    switch self {
    case .tooEasy(let facility):
      Bilingual(
        zh: "太容易：\(facility.whole) 人中 \(facility.part) 人一开始就会；可以删去或问得更深",
        en: "too easy: \(facility.part) of \(facility.whole) knew it at once; remove it or ask for more"
      )
    case .unknownToAll(let facility):
      Bilingual(
        zh: "几乎没人会：\(facility.whole) 人中一开始只有 \(facility.part) 人会；请把问题写清楚或拆开",
        en: """
          hardly anyone knows it: \(facility.part) of \(facility.whole) at first; make the question clearer or \
          split it
          """
      )
    case .doesNotDiscriminate(let correlation, let learners):
      Bilingual(
        zh: "区分度低（\(learners) 人，相关 \(twoPlaces(correlation))）：会其他卡片的人并不更会这张；请检查问题和答案",
        en: """
          does not discriminate (correlation \(twoPlaces(correlation)) over \(learners) learners): those who know the \
          others know it no better; check question and answer
          """
      )
    case .untaken(let options, let answers):
      Bilingual(
        zh: "\(answers) 人作答，没有人选\(options.map { "“\($0)”" }.joined(separator: "、"))；请换成更像的选项",
        en: """
          of \(answers) who answered nobody took \(options.map { "'\($0)'" }.joined(separator: ", ")); \
          put something more plausible there
          """
      )
    case .perhapsRight(let answer, let count, let kind):
      Bilingual(
        zh: "\(count) 人答“\(answer)”并认为答对了；若也对，请\(remedy(for: answer, kind).zh)",
        en: "\(count) answered '\(answer)' and held it to be right; if it is, \(remedy(for: answer, kind).en)"
      )
    }
  }

  /// How a card of a kind takes one more right answer.
  private func remedy(for answer: String, _ kind: CardKind?) -> (zh: String, en: String) {
    switch kind {
    case .qa: ("加一行“A: \(answer)”", "add a line 'A: \(answer)'")
    case .cloze, nil:
      (
        "改写句子，使答案只有一个，或改用“Q:”并给每个答案加一行“A:”",
        "reword the sentence so that one answer fits, or use 'Q:' with an 'A:' for each"
      )
    case .list, .order: ("补进或合并各项", "add to the items or join them")
    case .choice: ("也打上 [x]", "tick it too")
    case .truefalse: ("检查这句话是否成立", "check whether the statement holds")
    }
  }
}
