public import Language
public import Scheduling

/// Words that commands say as the front ends do.
public enum SpokenWords {
  /// An interval in its largest fitting unit, as `10 min` or `3 days`.
  public static func interval(_ interval: Interval) -> Bilingual { Phrases.interval(interval) }

  /// A duration in its largest fitting unit.
  public static func duration(_ duration: Milliseconds) -> Bilingual { Phrases.duration(duration) }

  /// A rating's name.
  public static func rating(_ rating: Rating) -> Bilingual { Phrases.rating(rating) }
}
