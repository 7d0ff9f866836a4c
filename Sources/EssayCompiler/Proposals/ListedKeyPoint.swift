/// A key point as a generator outside the compiler is told of it.
public struct ListedKeyPoint: Sendable, Equatable {
  /// The pattern that found it.
  public var family: KeyPointFamily
  /// The words it is about, in text order.
  public var answers: [String]
  /// The sentence it stands in, line breaks made spaces.
  public var passage: String
  /// Where the sentence stands, in scalars of the essay.
  public var source: Range<Int>
  /// The number of the block of text, from 0.
  public var paragraph: Int
  /// The number of the sentence in the essay, from 0.
  public var sentence: Int
  /// The headings above it, outermost first.
  public var section: [String]
  /// How much the sentence matters to the essay, 0…1.
  public var importance: Double
}

extension EssayReading {
  /// The key points of all sentences that matter as much as the options ask, in text order.
  public var keyPoints: [ListedKeyPoint] {
    compiler.views.flatMap { view -> [ListedKeyPoint] in
      let importance = compiler.importance.value(of: view)
      guard importance >= compiler.options.minimumImportance ?? 0 else { return [] }
      let section = compiler.sections(of: view)
      return KeyPointFinder.points(in: view).map { point in
        ListedKeyPoint(
          family: point.family,
          answers: point.answers.map { compiler.essay.text($0) },
          passage: compiler.essay.text(view.range),
          source: view.range,
          paragraph: view.paragraph,
          sentence: view.index,
          section: section,
          importance: importance
        )
      }
    }
  }
}
