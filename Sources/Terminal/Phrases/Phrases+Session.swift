import Language
import Scheduling
import Study

extension Phrases {
  static func greeting(_ left: CardsLeft, minutes: Int) -> Bilingual {
    let counts = counts(left)
    return Bilingual(
      zh: "今天有 \(left.total) 张卡片：\(counts.chinese)；约 \(minutes) 分钟。",
      en: "\(english(left.total, "card", "cards")) today: \(counts.english); about \(minutes) min."
    )
  }

  static let firstSteps = Bilingual(
    zh: "每个答案都立即保存，随时可以离开。输入 :? 看帮助，:q 结束。",
    en: "Every answer is saved at once, so leave whenever you like. Type :? for help, :q to stop."
  )

  static func progress(
    number: Int,
    state: Bilingual,
    isFlagged: Bool,
    left: CardsLeft,
    minutes: Int
  ) -> Bilingual {
    let counts = counts(left)
    let isMixed = left.total > max(left.new, left.learning, left.review)
    let flag = Bilingual(zh: isFlagged ? "，有标记" : "", en: isFlagged ? ", flagged" : "")
    return Bilingual(
      zh: "第 \(number) 张（\(state.chinese)\(flag.chinese)），还剩 \(left.total) 张"
        + (isMixed ? "：\(counts.chinese)；" : "，") + "约 \(minutes) 分钟。",
      en: "Card \(number) (\(state.english)\(flag.english)), \(left.total) left"
        + (isMixed ? ": \(counts.english); " : ", ") + "about \(minutes) min."
    )
  }

  /// What is left by state, those of which nothing is left kept out.
  private static func counts(_ left: CardsLeft) -> Bilingual {
    let parts = [
      (left.new, Phase.new), (left.learning, Phase.learning), (left.review, Phase.review),
    ].filter { $0.0 > 0 }
    return Bilingual(
      zh: parts.map { "\(state($0.1).chinese) \($0.0)" }.joined(separator: "、"),
      en: parts.map { "\($0.0) \(state($0.1).english)" }.joined(separator: ", ")
    )
  }

  static func state(_ phase: Phase) -> Bilingual {
    switch phase {
    case .new: Bilingual(zh: "新卡", en: "new")
    case .learning: Bilingual(zh: "学习中", en: "learning")
    case .review: Bilingual(zh: "复习", en: "review")
    case .relearning: Bilingual(zh: "重学中", en: "relearning")
    }
  }

  static let nothingToday = Bilingual(zh: "今天没有要复习的卡片了。", en: "Nothing to review today.")

  /// Told when nothing can be asked; what is left waits for its learning step.
  static func allDone(_ left: CardsLeft) -> Bilingual {
    guard left.total > 0 else {
      return Bilingual(zh: "今天的卡片都做完了。", en: "That was the last card for today.")
    }
    return Bilingual(
      zh: "现在能做的都做完了，还有 \(left.total) 张要过一阵再问。",
      en: "That is all for now; \(english(left.total, "card comes", "cards come")) back later today."
    )
  }

  static let finishPrompt = Bilingual(
    zh: "直接回车结束，输入 :u 撤销上一步：",
    en: "Press Enter to finish, or type :u to undo the last step: "
  )

  static func summary(_ summary: Summary) -> Bilingual {
    guard summary.reviewed > 0 else {
      return Bilingual(zh: "这次没有作答。", en: "No card was reviewed this time.")
    }
    let given = Rating.allCases.map { (rating: $0, count: summary.ratings[$0] ?? 0) }.filter { $0.count > 0 }
    let time = duration(summary.duration)
    return Bilingual(
      zh: "这次复习了 \(summary.reviewed) 次，用时 \(time.chinese)："
        + given.map { "\(rating($0.rating).chinese) \($0.count)" }.joined(separator: "、") + "。",
      en: "\(english(summary.reviewed, "review", "reviews")) in \(time.english): "
        + given.map { "\($0.count) \(rating($0.rating).english)" }.joined(separator: ", ") + "."
    )
  }

  static func stillLeft(_ left: CardsLeft) -> Bilingual {
    Bilingual(
      zh: "今天还剩 \(left.total) 张，随时可以接着做。",
      en: "\(english(left.total, "card is", "cards are")) still left today; go on whenever you like."
    )
  }

  static func tomorrow(_ count: Int) -> Bilingual {
    guard count > 0 else { return Bilingual(zh: "明天没有要复习的卡片。", en: "Nothing is due tomorrow.") }
    return Bilingual(
      zh: "到明天结束前有 \(count) 张要复习。",
      en: "\(english(count, "card is", "cards are")) due by the end of tomorrow."
    )
  }

  static func clockBehind(_ gap: Milliseconds) -> Bilingual {
    let words = duration(gap)
    return Bilingual(
      zh: "注意：现在的系统时间比上次记录早了 \(words.chinese)，请检查时钟。复习照常保存。",
      en: "Note: the clock stands \(words.english) before your last review; please check it. "
        + "Reviews are saved all the same."
    )
  }

  static func leech(lapses: Int) -> Bilingual {
    Bilingual(
      zh: "这张卡在复习中已经忘了 \(lapses) 次。不妨在卡组里把它改得更简单，或在下次问到时输入 :p 停用。",
      en: "You have forgotten this card \(english(lapses, "time", "times")). "
        + "Consider rewording it in its deck, or type :p to suspend it when it comes again."
    )
  }
}
