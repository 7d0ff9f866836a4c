/// The script a sentence is written in, which decides the patterns that read it.
enum Script: UInt8, Sendable {
  case chinese
  case latin
}

/// A sentence with its words, clauses and surroundings: what every pattern family reads.
struct SentenceView: Sendable {
  let essay: Essay
  /// The sentence with its closing mark, without white space around it.
  let range: Range<Int>
  let script: Script
  let paragraph: Int
  /// The number of the sentence in the essay.
  let index: Int
  /// The place of the sentence within its paragraph, and how many there are.
  let place: Int
  let placeCount: Int
  let kind: Block.Kind
  let heading: Range<Int>?
  let tokens: [Token]
  let clauses: [Clause]
  let pairs: [BracketPair]
  let hits: [MarkerHit]
  /// The offsets of the sentence at which a word begins, and at which one ends.
  private let starts: OffsetSet
  private let ends: OffsetSet

  init(
    essay: Essay,
    range: Range<Int>,
    script: Script,
    tokens: [Token],
    paragraph: Int,
    index: Int,
    place: Int,
    placeCount: Int,
    kind: Block.Kind,
    heading: Range<Int>?
  ) {
    self.essay = essay
    self.range = range
    self.script = script
    self.tokens = tokens
    self.paragraph = paragraph
    self.index = index
    self.place = place
    self.placeCount = placeCount
    self.kind = kind
    self.heading = heading
    var starts = OffsetSet(count: range.count + 1)
    var ends = starts
    for token in tokens where range.contains(token.range.lowerBound) {
      starts.insert(token.range.lowerBound - range.lowerBound)
      ends.insert(min(token.range.upperBound, range.upperBound) - range.lowerBound)
    }
    self.starts = starts
    self.ends = ends
    let pairs = BracketPair.pairs(in: range, of: essay)
    self.pairs = pairs
    clauses = Clause.clauses(in: range, of: essay, pairs: pairs)
    hits = MarkerScanner.hits(in: range, of: essay, script: script) { offset in
      starts.contains(offset - range.lowerBound) || ends.contains(offset - range.lowerBound)
    }
  }

  /// The index of the word that begins at the offset.
  func token(startingAt offset: Int) -> Int? {
    starts.place(of: offset - range.lowerBound)
  }

  /// The index of the word that ends at the offset.
  func token(endingAt offset: Int) -> Int? {
    ends.place(of: offset - range.lowerBound)
  }

  /// Whether no word is cut at the offset.
  func isEdge(_ offset: Int) -> Bool {
    offset == range.lowerBound || offset == range.upperBound || starts.contains(offset - range.lowerBound)
      || ends.contains(offset - range.lowerBound)
  }

  /// The words inside a range.
  func tokens(in span: Range<Int>) -> ArraySlice<Token> {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].range.lowerBound < span.lowerBound { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < tokens.count, tokens[end].range.upperBound <= span.upperBound { end += 1 }
    return tokens[low..<end]
  }

  /// The clause that holds the offset.
  func clause(at offset: Int) -> Clause? {
    clauses.first { $0.range.lowerBound <= offset && offset < $0.end }
  }

  /// The index of the clause that holds the offset.
  func clauseIndex(at offset: Int) -> Int? {
    clauses.firstIndex { $0.range.lowerBound <= offset && offset < $0.end }
  }

  /// The text of a range, as a rule compares it.
  func keys(_ span: Range<Int>) -> ArraySlice<Key> {
    essay.keys[span]
  }

  /// Whether brackets and quotation marks that open in the range also close there, and the other way round.
  func isBalanced(_ span: Range<Int>) -> Bool {
    pairs.allSatisfy { pair in
      span.contains(pair.open) == span.contains(pair.close)
    }
  }

  /// The innermost pair whose inside holds the range.
  func pair(around span: Range<Int>) -> BracketPair? {
    pairs.last { $0.open < span.lowerBound && span.upperBound <= $0.close }
  }
}
