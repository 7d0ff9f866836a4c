import Study

extension Statistics {
  /// The statistics as JSON, for `stats --json`; names are stable, absent figures are null.
  public var json: JSONValue {
    [
      "learner": .string(learner),
      "at": .string(moment.rfc3339),
      "study_day": .string(today.day.text),
      "today": today.json,
      "streak_days": JSONValue(streak),
      "days_active": JSONValue(daysActive),
      "reviews": JSONValue(reviews),
      "due": due.json,
      "new_today": JSONValue(newToday),
      "cards": all.json,
      "retention": recall.json,
      "calibration": calibration.json,
      "time": [
        "minutes": .number(Double(milliseconds) / 60_000),
        "minutes_per_day": JSONValue(minutesPerDay),
        "seconds_per_review": JSONValue(secondsPerReview),
      ],
      "calendar": .array(days.map(\.calendarJSON)),
      "decks": .array(decks.map(\.json)),
      "leeches": .array(leeches.map(\.json)),
      "hardest": .array(hardest.map(\.json)),
    ]
  }
}

extension DayFigures {
  var json: JSONValue {
    [
      "reviews": JSONValue(reviews),
      "new_cards": JSONValue(newCards),
      "again": JSONValue(again),
      "hard": JSONValue(hard),
      "good": JSONValue(good),
      "easy": JSONValue(easy),
      "minutes": .number(minutes),
      "retention": recall.json,
    ]
  }
}

extension DayFigures {
  /// The day among others: its date, reviews and minutes.
  var calendarJSON: JSONValue {
    ["study_day": .string(day.text), "reviews": JSONValue(reviews), "minutes": .number(minutes)]
  }
}

extension Calibration {
  var json: JSONValue {
    let rows = bins.enumerated().compactMap { index, bin -> JSONValue? in
      guard bin.reviews > 0 else { return nil }
      return [
        "from": .number(Double(index) / Double(Self.count)),
        "to": .number(Double(index + 1) / Double(Self.count)),
        "reviews": JSONValue(bin.reviews),
        "predicted": JSONValue(bin.predicted),
        "actual": JSONValue(bin.actual),
      ]
    }
    return [
      "reviews": JSONValue(reviews),
      "predicted": JSONValue(predicted),
      "actual": JSONValue(actual),
      "error": JSONValue(error),
      "bins": .array(rows),
    ]
  }
}

extension RecallTally {
  var json: JSONValue {
    [
      "young_recalled": JSONValue(youngRecalled),
      "young_reviews": JSONValue(youngReviews),
      "mature_recalled": JSONValue(matureRecalled),
      "mature_reviews": JSONValue(matureReviews),
      "true_retention": JSONValue(retention),
    ]
  }
}

extension DueForecast {
  var json: JSONValue {
    let days = byDay.enumerated().map { wait, count -> JSONValue in
      ["study_day": .string(today.advanced(by: wait).text), "due": JSONValue(count)]
    }
    return [
      "now": JSONValue(now),
      "today": JSONValue(dueToday),
      "tomorrow": JSONValue(dueTomorrow),
      "next_7_days": JSONValue(dueInNextWeek),
      "days": .array(days),
    ]
  }
}

extension GroupFigures {
  var json: JSONValue { .object(members) }

  var members: [JSONMember] {
    [
      JSONMember("total", JSONValue(total)),
      JSONMember("seen", JSONValue(seen)),
      JSONMember("new", JSONValue(states.new)),
      JSONMember("learning", JSONValue(states.learning)),
      JSONMember("review", JSONValue(states.review)),
      JSONMember("relearning", JSONValue(states.relearning)),
      JSONMember("suspended", JSONValue(suspended)),
      JSONMember("leeches", JSONValue(leeches)),
      JSONMember("expected_remembered", .number(expectedRemembered)),
      JSONMember("average_retrievability", JSONValue(averageRetrievability)),
      JSONMember("retention", recall.json),
    ]
  }
}

extension DeckFigures {
  var json: JSONValue {
    let sections = sections.map { section in
      JSONValue.object([JSONMember("section", JSONValue(section.path))] + section.figures.members)
    }
    let members = [JSONMember("deck", .string(name))] + figures.members
    return .object(members + [JSONMember("sections", .array(sections))])
  }
}

extension Statistics.NotableCard {
  var json: JSONValue {
    [
      "card_id": .string(card),
      "deck": .string(deck),
      "question": .string(question),
      "again": JSONValue(again),
      "reviews": JSONValue(reviews),
      "lapses": JSONValue(lapses),
      "difficulty": JSONValue(difficulty),
    ]
  }
}
