public import ArgumentParser
public import Scheduling
import Study

extension SchedulerName: ExpressibleByArgument {}

/// How days between reviews are counted, as an option names it.
enum ElapsedOption: String, ExpressibleByArgument, CaseIterable {
  case studyDays = "study-days"
  case whole24h = "whole-24h"
  case exact
}

/// How half a day is rounded, as an option names it.
enum RoundingOption: String, ExpressibleByArgument, CaseIterable {
  case even
  case away
}

/// How intervals relate, as an option names it.
enum RulesOption: String, ExpressibleByArgument, CaseIterable {
  case anki
  case plain
}

/// Numbers with commas or blanks between, with or without brackets around.
struct NumberList: ExpressibleByArgument {
  let values: [Double]

  init?(argument: String) {
    var text = argument[...]
    if text.hasPrefix("["), text.hasSuffix("]") { text = text.dropFirst().dropLast() }
    let parts = text.split { $0 == "," || $0 == " " }
    let values = parts.compactMap { Double($0) }
    guard !values.isEmpty, values.count == parts.count else { return nil }
    self.values = values
  }
}

/// Waits such as `1m 10m`; none for an empty text.
struct DurationList: ExpressibleByArgument {
  let values: [Milliseconds]

  init(_ values: [Milliseconds]) {
    self.values = values
  }

  init?(argument: String) {
    guard let values = durations(argument.split { $0 == "," || $0 == " " }) else { return nil }
    self.values = values
  }

  var defaultValueDescription: String {
    durationsText(values)
  }
}
