/// The form of an English verb or noun, where it matters to the patterns.
enum WordForm: UInt8, Sendable {
  case none
  /// The bare verb: infinitive, or present after a plural subject.
  case base
  /// The present after a singular subject.
  case third
  case past
  case participle
  case gerund
  case modal
  case be
  case have
  /// A form of `do`.
  case act
  case plural
  /// A noun or name that ends with ’s.
  case possessive
}
