/// A piece of the essay between line breaks, with what it is for.
struct Block: Sendable, Equatable {
  enum Kind: Sendable, Equatable {
    case title
    /// A heading; `level` grows inwards from 0.
    case heading(level: Int)
    case paragraph
    /// A bullet or a numbered item.
    case item
  }

  var kind: Kind
  /// The content without marker, indent or line break.
  var range: Range<Int>
  /// The number of the paragraph in the essay, counted over all blocks.
  var paragraph: Int
  /// The index of the heading this block stands under.
  var section: Int?
}

/// The essay's blocks in text order.
struct Outline: Sendable {
  var blocks: [Block]
  var title: Range<Int>?

  /// The text of the heading a block stands under.
  func headingRange(of block: Block) -> Range<Int>? {
    block.section.map { blocks[$0].range }
  }
}
