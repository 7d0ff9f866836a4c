import Language
import Scheduling
import Study

extension Phrases {
  static let help = Bilingual(
    zh: """
      作答时，命令前加冒号或斜杠；评分时可以不加。
      :undo    :u  :撤销  撤销上一步（评分、搁置、停用、标记），以前的也行
      :skip    :s  :跳过  这张先跳过，最后再问
      :bury    :b  :搁置  这张今天不再问
      :suspend :p  :停用  这张以后都不问
      :flag    :f  :标记  给这张做标记，再用一次取消
      :repeat  :r  :重读  再念一遍这张卡
      :edit    :e  :编辑  在编辑器（$EDITOR）里改这张卡
      :history :i  :历史  看这张卡的历史和遗忘曲线
      :essay   :o  :原文  读出处上下的原文
      :search  :/  :查找  在卡片里查找
      :quit    :q  :结束  结束，已答的都已保存
      :help    :?  :帮助  看这份帮助
      评分：1 忘了，2 想起来很吃力，3 记得，4 毫不费力。越容易，隔得越久再问。
      答案若以冒号或斜杠开头，前面加一个空格。
      """,
    en: """
      While you answer, a command begins with a colon or slash; at the rating it needs neither.
      :undo     :u  take back the last step (rating, bury, suspend, flag), also from an earlier day
      :skip     :s  ask this card again at the end
      :bury     :b  do not ask this card again today
      :suspend  :p  do not ask this card again
      :flag     :f  flag this card, or take the flag away
      :repeat   :r  say this card once more
      :edit     :e  edit this card in your editor ($EDITOR)
      :history  :i  this card's history and forgetting curve
      :essay    :o  the essay around this card's passage
      :search   :/  search the cards
      :quit     :q  stop; all you answered is saved
      :help     :?  show this help
      Ratings: 1 forgotten, 2 recalled with effort, 3 recalled, 4 recalled at once. The easier, the longer the wait.
      If an answer begins with a colon or slash, put a space before it.
      """
  )

  static func unknownCommand(_ text: String) -> Bilingual {
    let text = shortened(text)
    return Bilingual(
      zh: "没有“\(text)”这个命令；输入 :? 看帮助。若这就是答案，请在前面加一个空格。",
      en: "There is no command \"\(text)\"; type :? for help. If it is your answer, put a space before it."
    )
  }

  static let skipped = Bilingual(zh: "先跳过，最后再问。", en: "Skipped; it comes again at the end.")
  static let buried = Bilingual(zh: "已搁置，今天不再问。", en: "Buried until tomorrow.")
  static let suspended = Bilingual(
    zh: "已停用，以后不再问；:u 可以撤销。",
    en: "Suspended: it is not asked again. :u takes that back."
  )
  static let flagged = Bilingual(zh: "已标记。", en: "Flagged.")
  static let unflagged = Bilingual(zh: "已取消标记。", en: "No longer flagged.")

  /// What an undo took back.
  static func undone(_ kind: EventKind) -> Bilingual {
    switch kind {
    case .review(let review):
      let name = rating(review.rating)
      return Bilingual(zh: "已撤销评分“\(name.chinese)”。", en: "Took back the rating \"\(name.english)\".")
    case .suspend: return Bilingual(zh: "已撤销停用。", en: "Took back the suspension.")
    case .bury: return Bilingual(zh: "已撤销搁置。", en: "Took back the burying.")
    case .flag: return Bilingual(zh: "已撤销标记的改动。", en: "Took back the change of the flag.")
    case .undo, .resume, .unbury, .forget, .reschedule, .revision, .setting:
      return Bilingual(zh: "已撤销上一步。", en: "Took back the last step.")
    }
  }

  static func refusal(_ refusal: SessionRefusal) -> Bilingual {
    switch refusal {
    case .answerNotShown:
      Bilingual(zh: "还没有看答案，不能评分。", en: "The answer is not shown yet, so there is nothing to rate.")
    case .answerAlreadyShown: Bilingual(zh: "答案已经给出，请评分。", en: "The answer is shown already; rate it.")
    case .finished: Bilingual(zh: "这次复习已经结束。", en: "The session is over.")
    case .nothingToUndo: Bilingual(zh: "没有可以撤销的了。", en: "There is nothing to undo.")
    }
  }
}
