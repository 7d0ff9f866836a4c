/// A word of a text.
public struct Word: Sendable, Equatable {
  /// Where it stands, in scalars of the text.
  public let range: Range<Int>

  /// Its part of speech.
  public let partOfSpeech: PartOfSpeech

  /// Its frequency in the lexicon (``Lexicon/totalFrequency``); 0 when the lexicon does not hold it.
  public let frequency: Int
}

/// Divides text into words: the most probable path over the lexicon.
///
/// The probability of a path is the product of its words' frequencies (no hidden Markov model). Words in
/// letters, numbers (`1,234.5`, `12%`, `二〇二六`) and terms stay whole; every other character outside of the
/// lexicon is a word of its own; white space is none. Costs are whole numbers, so that every machine finds
/// the same words. Linear in the text's length.
public struct Segmenter: Sendable {
  private let terms: TermTrie

  /// A segmenter that keeps some terms whole.
  ///
  /// Where a term occurs, no word ends inside it: it is a word of its own, or part of a longer one of the
  /// lexicon. Of overlapping terms the leftmost, then the longest is kept.
  /// - Parameter extraTerms: terms of 2 to 64 scalars, in either script; others are ignored.
  public init(extraTerms: [String] = []) {
    terms = TermTrie(extraTerms)
  }

  /// The words of a range, in order.
  public func words(of text: SourceText, in range: Range<Int>) -> [Word] {
    let range = text.clamped(range)
    var lattice = Lattice(text, range)
    lattice.keepRunsWhole()
    if !terms.isEmpty { lattice.keepTermsWhole(terms) }
    lattice.findBestPath()
    return lattice.words()
  }

  /// What the best path costs: minus the binary logarithm of its probability.
  func bits(of text: SourceText) -> Double {
    var lattice = Lattice(text, text.range)
    lattice.keepRunsWhole()
    return Double(lattice.findBestPath()) / 4096
  }

  /// The words of the whole text, in order.
  public func words(of text: SourceText) -> [Word] {
    words(of: text, in: text.range)
  }
}

/// All ways to divide one range into words, and the best of them.
private struct Lattice {
  /// What a character is part of.
  private enum Kind: UInt8 {
    case character
    case space
    case letters
    case number
    case term
  }

  private let data = LexiconData.shared
  private let text: SourceText
  private let range: Range<Int>
  private let count: Int
  private var folded: [Unicode.Scalar] = []
  private var codes: [UInt16] = []
  private var kinds: [Kind]
  /// The end of the run or term that starts here; 0 where none starts.
  private var runEnds: [Int32]
  /// Whether a run or a term would be cut before this character.
  private var isInside: [Bool]
  private var bestEnds: [Int32]
  private var bestUnits: [LexiconData.Unit]

  init(_ text: SourceText, _ range: Range<Int>) {
    self.text = text
    self.range = range
    count = range.count
    folded.reserveCapacity(count)
    codes.reserveCapacity(count)
    for scalar in text.scalars[range] {
      let key = foldedForLookup(scalar)
      folded.append(key)
      codes.append(data.code(of: key))
    }
    kinds = Array(repeating: .character, count: count)
    runEnds = Array(repeating: 0, count: count)
    isInside = Array(repeating: false, count: count + 1)
    bestEnds = Array(repeating: 0, count: count)
    bestUnits = Array(repeating: 0, count: count)
  }

  private mutating func keep(_ run: Range<Int>, as kind: Kind) {
    guard !run.isEmpty else { return }
    for place in run { kinds[place] = kind }
    for place in run.dropFirst() {
      isInside[place] = true
      runEnds[place] = 0
    }
    runEnds[run.lowerBound] = Int32(clamping: run.upperBound)
  }

  /// Marks words in letters and numbers in digits.
  mutating func keepRunsWhole() {
    var place = 0
    while place < count {
      let scalar = folded[place]
      if scalar.isSpace {
        kinds[place] = .space
        place += 1
      } else if scalar.isDigit || scalar.isLetter {
        let run = latinRun(in: folded, from: place)
        keep(place..<run.end, as: run.isNumber ? .number : .letters)
        place = run.end
      } else {
        let end = endOfDigits(from: place)
        keep(place..<end, as: .number)
        place = max(end, place + 1)
      }
    }
  }

  /// The end of Chinese digits that are read one by one, as in 二〇二六: four or more, or with a zero.
  private func endOfDigits(from start: Int) -> Int {
    var end = start
    var hasZero = false
    while end < count, let digit = folded[end].numeralDigit, folded[end] != "两" {
      if digit == 0 { hasZero = true }
      end += 1
    }
    return end - start >= 4 || (hasZero && end - start >= 2) ? end : start
  }

  /// Marks the terms; one that would begin or end inside a word in letters does not count.
  mutating func keepTermsWhole(_ terms: TermTrie) {
    var place = 0
    while place < count {
      guard !isInside[place], let end = terms.longest(in: folded, from: place, endsAt: { !isInside[$0] })
      else {
        place += 1
        continue
      }
      keep(place..<end, as: .term)
      place = end
    }
  }

  /// Finds the best path from the end to the start and returns its cost in 1/4096 bits.
  @discardableResult
  mutating func findBestPath() -> Int {
    var costs = Array(repeating: 0, count: count + 1)
    let unknownCost = data.unknownCost
    for start in stride(from: count - 1, through: 0, by: -1) where !isInside[start] {
      if kinds[start] == .space {
        bestEnds[start] = Int32(clamping: start + 1)
        costs[start] = costs[start + 1]
        continue
      }
      var bestEnd = start + 1
      var bestCost = Int.max
      var bestUnit: LexiconData.Unit = 0
      if runEnds[start] != 0 {
        bestEnd = Int(runEnds[start])
        bestCost = costs[bestEnd]
      } else if !isInside[bestEnd] {
        bestCost = costs[bestEnd] &+ unknownCost
      }
      var unit = data.root
      var end = start
      while end < count, let next = data.child(of: unit, over: codes[end]) {
        unit = next
        end += 1
        guard !isInside[end], let cost = data.cost(of: unit) else { continue }
        let total = cost &+ costs[end]
        // On a tie the longer word, as the dictionary's own segmenter has it.
        if total <= bestCost {
          bestCost = total
          bestEnd = end
          bestUnit = unit
        }
      }
      costs[start] = bestCost
      bestEnds[start] = Int32(clamping: bestEnd)
      bestUnits[start] = bestUnit
    }
    return costs[0]
  }

  /// The words along the best path, with neighbouring Chinese numerals joined.
  func words() -> [Word] {
    var words: [Word] = []
    words.reserveCapacity(count / 2 + 1)
    var place = 0
    var isAfterNumeral = false
    while place < count {
      let end = max(Int(bestEnds[place]), place + 1)
      defer { place = end }
      guard kinds[place] != .space else {
        isAfterNumeral = false
        continue
      }
      let isNumeral = folded[place..<end].allSatisfy { $0.isChineseNumeral }
      if isNumeral && isAfterNumeral, let last = words.popLast() {
        let joined = last.range.lowerBound..<(range.lowerBound + end)
        words.append(Word(range: joined, partOfSpeech: .numeral, frequency: 0))
      } else {
        words.append(word(place..<end))
      }
      isAfterNumeral = isNumeral
    }
    return words
  }

  private func word(_ place: Range<Int>) -> Word {
    let absolute = (range.lowerBound + place.lowerBound)..<(range.lowerBound + place.upperBound)
    if let entry = data.entry(of: bestUnits[place.lowerBound]) {
      return Word(range: absolute, partOfSpeech: entry.partOfSpeech, frequency: entry.frequency)
    }
    let scalar = folded[place.lowerBound]
    let partOfSpeech: PartOfSpeech =
      switch kinds[place.lowerBound] {
      case .letters: .latin
      case .number: .numeral
      case .term: .term
      case .character, .space: scalar.isHan ? .unknown : .punctuation
      }
    return Word(range: absolute, partOfSpeech: partOfSpeech, frequency: 0)
  }
}

/// The end of the word in letters or the number in digits that starts at a place.
///
/// Letters and digits go on over an inner apostrophe, hyphen, dot or underscore (`don't`, `FSRS-6`, `U.S.A`),
/// numbers over an inner comma, dot or colon (`1,234.5`, `10:30`) and a percent sign.
func latinRun(in scalars: [Unicode.Scalar], from start: Int) -> (end: Int, isNumber: Bool) {
  var end = start
  var isNumber = true
  while end < scalars.count {
    let scalar = scalars[end]
    if scalar.isDigit {
      end += 1
    } else if scalar.isLetter {
      isNumber = false
      end += 1
    } else if end > start, end + 1 < scalars.count {
      let before = scalars[end - 1]
      let after = scalars[end + 1]
      let joinsLetters =
        scalar.joinsLetters && (before.isLetter || before.isDigit)
        && (after.isLetter || after.isDigit) && !(before.isDigit && after.isDigit && scalar == "-")
      let joinsDigits = scalar.joinsDigits && before.isDigit && after.isDigit
      guard joinsLetters || joinsDigits else { break }
      end += 1
    } else {
      break
    }
  }
  if isNumber, end < scalars.count, scalars[end] == "%" || scalars[end] == "‰" { end += 1 }
  return (end, isNumber)
}

extension Unicode.Scalar {
  fileprivate var joinsLetters: Bool {
    switch self {
    case "'", "’", "-", "‐", "‑", ".", "_", "&": true
    default: false
    }
  }

  fileprivate var joinsDigits: Bool {
    self == "," || self == "." || self == ":"
  }

  /// A simplified Chinese digit or power of ten.
  var isChineseNumeral: Bool {
    switch self {
    case "〇", "零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百", "千", "万", "亿", "两": true
    default: false
    }
  }
}
