import Language

/// A stretch of a right answer as compared with what was typed.
enum DifferencePiece: Equatable {
  /// Typed as it should be.
  case same(String)
  /// Typed wrongly: `typed` may be empty where something is missing, `right` where there is too much.
  case differs(typed: String, right: String)
}

/// Compares a typed text with the right one, character by character.
///
/// What the answer check folds away (width, case, punctuation, spacing) does not differ.
///
/// - Returns: the pieces in order; nil where the texts are too unlike for a comparison to help, or too
///   long for one.
func difference(typed: String, right: String) -> [DifferencePiece]? {
  let typed = Keyed(typed)
  let right = Keyed(right)
  guard !typed.keys.isEmpty, !right.keys.isEmpty, typed.keys.count * right.keys.count <= 1_000_000 else {
    return nil
  }
  let common = commonSubsequence(typed.keys, right.keys)
  let isAlike =
    common.count * 2 >= min(typed.keys.count, right.keys.count)
    && common.count * 3 >= max(typed.keys.count, right.keys.count)
  return isAlike ? pieces(typed, right, common) : nil
}

/// The right answer that is most like a typed text, compared with it; nil where none is like it.
func nearestAnswer(
  to typed: String,
  among answers: [String]
) -> (answer: String, pieces: [DifferencePiece])? {
  answers
    .compactMap { answer in difference(typed: typed, right: answer).map { (answer, $0) } }
    .min { $0.1.differingCharacters < $1.1.differingCharacters }
}

extension [DifferencePiece] {
  fileprivate var differingCharacters: Int {
    reduce(0) { sum, piece in
      switch piece {
      case .same: sum
      case .differs(let typed, let right): sum + Swift.max(typed.count, right.count)
      }
    }
  }
}

/// A text with the keys by which its characters are compared.
private struct Keyed {
  let characters: [Character]
  /// One for each character that counts.
  var keys: [String] = []
  /// The place of each key's character.
  var places: [Int] = []

  init(_ text: String) {
    characters = Array(safe(text))
    for (place, character) in characters.enumerated()
    where character.isLetter || character.isNumber || character.isSymbol {
      keys.append(foldedForComparison(String(character)))
      places.append(place)
    }
  }

  /// The text from the first to the last of some keys.
  func text(of keys: Range<Int>) -> String {
    keys.isEmpty ? "" : String(characters[places[keys.lowerBound]...places[keys.upperBound - 1]])
  }

  /// What stands between the key before and this one, or the text's end.
  func gap(before key: Int) -> String {
    let start = key > 0 ? places[key - 1] + 1 : 0
    let end = key < places.count ? places[key] : characters.count
    return String(characters[start..<end])
  }
}

private func pieces(
  _ typed: Keyed,
  _ right: Keyed,
  _ common: [(left: Int, right: Int)]
) -> [DifferencePiece] {
  var pieces: [DifferencePiece] = []
  var same = ""
  var typedKey = 0
  var rightKey = 0
  func goOn(toTyped nextTyped: Int, toRight nextRight: Int) {
    let extra = typed.text(of: typedKey..<nextTyped)
    let lacking = right.text(of: rightKey..<nextRight)
    if !lacking.isEmpty { same += right.gap(before: rightKey) }
    if !lacking.isEmpty || !extra.isEmpty {
      if !same.isEmpty { pieces.append(.same(same)) }
      pieces.append(.differs(typed: extra, right: lacking))
      same = ""
    }
    same += right.gap(before: nextRight)
  }
  for pair in common {
    goOn(toTyped: pair.left, toRight: pair.right)
    same.append(right.characters[right.places[pair.right]])
    typedKey = pair.left + 1
    rightKey = pair.right + 1
  }
  goOn(toTyped: typed.keys.count, toRight: right.keys.count)
  if !same.isEmpty { pieces.append(.same(same)) }
  return pieces
}

/// The longest common subsequence, as pairs of places.
private func commonSubsequence(_ left: [String], _ right: [String]) -> [(left: Int, right: Int)] {
  let width = right.count + 1
  var lengths = [Int32](repeating: 0, count: (left.count + 1) * width)
  for i in left.indices.reversed() {
    for j in right.indices.reversed() {
      lengths[i * width + j] =
        left[i] == right[j]
        ? lengths[(i + 1) * width + j + 1] + 1
        : max(lengths[(i + 1) * width + j], lengths[i * width + j + 1])
    }
  }
  var pairs: [(left: Int, right: Int)] = []
  var i = 0
  var j = 0
  while i < left.count, j < right.count {
    if left[i] == right[j] {
      pairs.append((i, j))
      i += 1
      j += 1
    } else if lengths[(i + 1) * width + j] >= lengths[i * width + j + 1] {
      i += 1
    } else {
      j += 1
    }
  }
  return pairs
}
