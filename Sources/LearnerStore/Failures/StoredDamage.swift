import Study

/// What the file holds cannot have been written by us.
///
/// Thrown where rows are decoded; ``LearnerFileFailure/translating(_:_:)`` adds the file's path.
enum StoredDamage: Error, Equatable {
  /// A row of this table cannot be decoded.
  case table(String)
  /// An event cannot be decoded, or its checksum differs.
  case event(device: String, sequence: Int64)
}
