/// Chinese numerals as digits, where that is unambiguous.
///
/// Only a whole run of numerals is folded, and only where it is a number:
/// - the whole text is that run (四 = 4, 十二 = 12, 两百 = 200, 二〇二六 = 2026, 1.2亿 = 120000000),
/// - a measure word or unit follows (三个 = 3个, 二〇二六年 = 2026年),
/// - 第 stands before it (第四 = 第4),
/// - it belongs to 百分之… or …分之… (百分之十二 = 12%, 三分之二 = 2/3).
///
/// A run inside an ordinary word (一贯, 万一, 五四运动) and a run that is no well-formed number (一百二, 三四)
/// stay as they are. Takes folded characters.
func foldNumerals(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
  var result: [Unicode.Scalar] = []
  var place = 0
  while place < scalars.count {
    guard scalars[place].isNumeralPart, let run = NumeralRun(in: scalars, from: place) else {
      result.append(scalars[place])
      place += 1
      continue
    }
    let folded = run.fold()
    result.append(contentsOf: folded.text)
    place = folded.end
  }
  return result
}

private struct NumeralRun {
  let scalars: [Unicode.Scalar]
  let range: Range<Int>

  init?(in scalars: [Unicode.Scalar], from start: Int) {
    self.scalars = scalars
    var end = start
    while end < scalars.count, scalars[end].isNumeralPart { end += 1 }
    guard end > start else { return nil }
    range = start..<end
  }

  func fold() -> (text: [Unicode.Scalar], end: Int) {
    if let fraction = foldFraction() { return fraction }
    let text = Array(scalars[range])
    guard isNumberHere, let value = chineseNumber(text) else { return (text, range.upperBound) }
    return (Array(value.unicodeScalars), range.upperBound)
  }

  private var isNumberHere: Bool {
    if range.count == scalars.count { return true }
    if range.lowerBound > 0, scalars[range.lowerBound - 1] == "第" { return true }
    guard range.upperBound < scalars.count else { return false }
    return scalars[range.upperBound].isMeasureWord
  }

  /// 百分之十二 is 12%, 三分之二 is 2/3.
  private func foldFraction() -> (text: [Unicode.Scalar], end: Int)? {
    let middle = range.upperBound
    guard middle + 2 < scalars.count, scalars[middle] == "分", scalars[middle + 1] == "之",
      let upper = NumeralRun(in: scalars, from: middle + 2),
      let numerator = chineseNumber(Array(scalars[upper.range]))
    else { return nil }
    let below = Array(scalars[range])
    if below == ["百"] { return (Array((numerator + "%").unicodeScalars), upper.range.upperBound) }
    guard let denominator = chineseNumber(below) else { return nil }
    return (Array((numerator + "/" + denominator).unicodeScalars), upper.range.upperBound)
  }
}

/// The digits of a well-formed number, `nil` for anything else.
///
/// Positional (二〇二六), with units (三千零五十), or digits before units (3万, 1.2亿); plain digits stay.
func chineseNumber(_ scalars: [Unicode.Scalar]) -> String? {
  guard scalars.count <= 24 else { return nil }
  if scalars.allSatisfy({ $0.isASCII }) { return String(String.UnicodeScalarView(scalars)) }
  let digits = scalars.compactMap { $0.numeralDigit }
  if digits.count == scalars.count, scalars.allSatisfy({ $0 != "两" }) || scalars.count == 1 {
    // Two or three running digits are an estimate (三四个), unless a zero is among them.
    guard scalars.count == 1 || scalars.count >= 4 || digits.contains(0) else { return nil }
    return digits.map(String.init).joined()
  }
  return decimalBeforeUnits(scalars) ?? numberWithUnits(scalars)
}

/// 1.2亿, 30万, 5千: digits, then powers of ten only.
private func decimalBeforeUnits(_ scalars: [Unicode.Scalar]) -> String? {
  let head = scalars.prefix { $0.isASCII }
  guard !head.isEmpty else { return nil }
  var zeros = 0
  for scalar in scalars.dropFirst(head.count) {
    guard let power = scalar.numeralPower else { return nil }
    zeros += power
  }
  let parts = head.split(separator: ".", omittingEmptySubsequences: false)
  guard parts.count <= 2, let whole = parts.first, !whole.isEmpty else { return nil }
  let fraction = parts.count == 2 ? Array(parts[1]) : []
  guard fraction.count <= zeros, whole.allSatisfy({ $0.isDigit }), fraction.allSatisfy({ $0.isDigit }) else {
    return nil
  }
  let all = Array(whole) + fraction + Array(repeating: "0", count: zeros - fraction.count)
  let trimmed = all.drop { $0 == "0" }
  return trimmed.isEmpty ? "0" : String(String.UnicodeScalarView(trimmed))
}

/// 三千零五十, 十二, 一亿二千万: each power below the one before, a zero where one is left out.
private func numberWithUnits(_ scalars: [Unicode.Scalar]) -> String? {
  var total = 0
  var section = 0
  var digit: Int?
  var lastPower = 4
  var lastSection = 12
  var afterZero = false
  for (place, scalar) in scalars.enumerated() {
    if let value = scalar.numeralDigit {
      guard digit == nil else { return nil }
      if value == 0 { afterZero = true } else { digit = value }
    } else if let power = scalar.numeralPower, power >= 4 {
      guard power < lastSection else { return nil }
      let units = digit ?? 0
      guard units == 0 || lastPower == 1 || afterZero || section == 0 else { return nil }
      section += units
      guard section > 0 else { return nil }
      for _ in 0..<power { section *= 10 }
      total += section
      (section, digit, lastPower, lastSection, afterZero) = (0, nil, 4, power, false)
    } else if let power = scalar.numeralPower {
      guard power < lastPower, digit != nil || (power == 1 && place == 0) else { return nil }
      var value = digit ?? 1
      for _ in 0..<power { value *= 10 }
      section += value
      (digit, lastPower, afterZero) = (nil, power, false)
    } else {
      return nil
    }
  }
  if let units = digit {
    // 一百二 is 120 when spoken, and 一百零二 is 102: only the second is certain.
    guard lastPower == 1 || afterZero else { return nil }
    section += units
  } else if afterZero {
    return nil
  }
  return String(total + section)
}

extension Unicode.Scalar {
  fileprivate var isNumeralPart: Bool {
    isChineseNumeral || numeralDigit != nil || numeralPower != nil || (isASCII && isDigit) || self == "."
  }

  /// A Chinese digit's value, formal ones included.
  var numeralDigit: Int? {
    switch self {
    case "〇", "零": 0
    case "一", "壹": 1
    case "二", "两", "贰": 2
    case "三", "叁": 3
    case "四", "肆": 4
    case "五", "伍": 5
    case "六", "陆": 6
    case "七", "柒": 7
    case "八", "捌": 8
    case "九", "玖": 9
    default: nil
    }
  }

  /// The power of ten a unit stands for.
  fileprivate var numeralPower: Int? {
    switch self {
    case "十", "拾": 1
    case "百", "佰": 2
    case "千", "仟": 3
    case "万": 4
    case "亿": 8
    default: nil
    }
  }

  /// A measure word or unit that makes the numeral before it a number.
  fileprivate var isMeasureWord: Bool {
    "个年月日号天次项条种件名位人岁世纪届章节点分秒时元块倍层度级代部本篇卷册页行句字段步类组批期周米里斤吨克升亩国省市县州家座所间台辆艘架只头匹棵株支枝把张幅面双对副套份笔门场回遍趟大"
      .unicodeScalars.contains(self)
  }
}
