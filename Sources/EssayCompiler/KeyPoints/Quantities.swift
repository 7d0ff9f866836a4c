/// Numbers with their units, and dates.
enum Quantities {
  static func find(in view: SentenceView, into points: inout [KeyPoint]) {
    var number = 0
    while number < view.tokens.count {
      guard let end = end(of: number, view) else {
        number += 1
        continue
      }
      add(number..<end, view, &points)
      number = end
    }
  }

  private static func add(_ run: Range<Int>, _ view: SentenceView, _ points: inout [KeyPoint]) {
    let first = view.tokens[run.lowerBound]
    let last = view.tokens[run.upperBound - 1]
    guard let answer = view.answer(first.range.lowerBound..<last.range.upperBound, limit: 14) else { return }
    let digits = view.essay.keys[answer].contains(where: Characters.isDigit)
    guard digits || view.essay.units(in: answer) >= 3 else { return }
    let isDate = run.contains { isDateUnit(view.tokens[$0], view) } || isYear(answer, view)
    points.append(
      KeyPoint(
        family: isDate ? .date : .number,
        answers: [answer],
        strength: isDate ? 0.5 : (digits ? 0.52 : 0.36),
        reasons: [.exactBoundaries]
      )
    )
  }

  /// The token after a quantity that begins at the given one.
  private static func end(of start: Int, _ view: SentenceView) -> Int? {
    var number = start
    var hasNumber = false
    while number < view.tokens.count {
      let token = view.tokens[number]
      if number > start, view.tokens[number - 1].range.upperBound != token.range.lowerBound {
        // A space may stand between a number and its unit, in Latin text it always does.
        guard hasNumber, isSpaced(number, view) else { break }
        if view.script == .latin {
          number += 1
          break
        }
      }
      if isNumber(token, view) {
        hasNumber = true
      } else if hasNumber, isUnit(token, view) || isLink(number, view) {
        // 年, 公里, 至: part of the quantity.
      } else if hasNumber || !isPrefixed(number, view) {
        break
      }
      number += 1
    }
    return hasNumber && number > start ? number : nil
  }

  /// Whether the word goes on with the quantity behind a space: 150 个, 100 至 250, 60 km.
  private static func isSpaced(_ number: Int, _ view: SentenceView) -> Bool {
    let token = view.tokens[number]
    if view.script == .latin { return isLatinUnit(token, view) }
    return isUnit(token, view) || isLinkWord(token, view)
      || (isNumber(token, view) && isLinkWord(view.tokens[number - 1], view))
  }

  private static func isLinkWord(_ token: Token, _ view: SentenceView) -> Bool {
    links.contains(view.essay.word(token.range))
  }

  private static func isNumber(_ token: Token, _ view: SentenceView) -> Bool {
    let keys = view.essay.keys[token.range]
    if let first = keys.first, Characters.isDigit(first) { return true }
    guard token.tag == .numeral, view.script == .chinese else { return false }
    return keys.allSatisfy { Characters.isChineseNumeral($0) }
      && !vague.contains(view.essay.word(token.range))
  }

  private static let vague: WordSet = ["一", "两", "一一", "千万", "万一"]

  private static func isUnit(_ token: Token, _ view: SentenceView) -> Bool {
    if token.tag == .measure { return true }
    return units.contains(view.essay.word(token.range)) || isDateUnit(token, view)
  }

  private static func isDateUnit(_ token: Token, _ view: SentenceView) -> Bool {
    dateUnits.contains(view.essay.word(token.range))
  }

  /// Whether a word like 摄氏 stands before a number.
  private static func isPrefixed(_ number: Int, _ view: SentenceView) -> Bool {
    number + 1 < view.tokens.count && prefixes.contains(view.essay.word(view.tokens[number].range))
      && isNumber(view.tokens[number + 1], view)
  }

  private static func isLink(_ number: Int, _ view: SentenceView) -> Bool {
    guard number + 1 < view.tokens.count else { return false }
    return links.contains(view.essay.word(view.tokens[number].range))
      && isNumber(view.tokens[number + 1], view)
  }

  private static func isLatinUnit(_ token: Token, _ view: SentenceView) -> Bool {
    latinUnits.contains(view.essay.word(token.range))
  }

  private static func isYear(_ answer: Range<Int>, _ view: SentenceView) -> Bool {
    let keys = view.essay.keys[answer]
    return view.script == .latin && keys.count == 4 && keys.allSatisfy(Characters.isDigit)
      && (keys.first == 0x31 || keys.first == 0x32)
  }

  private static let dateUnits: WordSet = [
    "年", "月", "日", "号", "世纪", "年代", "初", "末", "中叶", "初期", "末期", "中期", "后期", "前期", "早期", "晚期",
    "年间", "年初", "年底", "年末", "上半年", "下半年", "月份",
  ]
  private static let units: WordSet = [
    "度", "公里", "米", "公尺", "平方公里", "人", "岁", "倍", "元", "美元", "万人", "亿元", "小时", "分钟", "秒", "天",
    "周", "个月", "以上", "以下", "多", "余", "%", "％", "℃", "左右", "公斤", "千克", "吨", "克", "英里", "英尺", "英寸",
    "厘米", "毫米", "公分", "海里", "平方米", "立方米", "瓦", "千瓦", "兆瓦", "伏", "赫兹", "位", "名", "座", "所", "届",
    "部", "次", "成", "分之一", "kg", "km", "m", "cm", "mm",
  ]
  private static let prefixes: WordSet = [
    "摄氏", "华氏", "公元", "公元前", "西元", "西元前", "民国", "前", "零下", "约", "近",
  ]
  private static let links: WordSet = ["至", "到", "-", "—", "~", "～", "–", "或", "点", "分之", "."]
  private static let latinUnits: WordSet = [
    "percent", "per", "million", "billion", "thousand", "hundred", "years", "days", "hours", "minutes",
    "seconds",
    "months", "weeks", "miles", "kilometres", "kilometers", "metres", "meters", "feet", "inches", "km", "kg",
    "m",
    "cm", "mm", "degrees", "people", "dollars", "pounds", "tons", "tonnes", "°c", "bc", "ad", "bce", "ce",
    "century",
  ]
}
