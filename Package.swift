// swift-tools-version: 6.2
import PackageDescription

// The rooms and the arrows that leave them; README.md has the picture.
let rooms: [Target] = [
  .target(name: "Language", dependencies: ["Resources"]),
  .target(name: "Cards", dependencies: ["Language"]),
  .target(name: "EssayCompiler", dependencies: ["Cards", "Language"]),
  .target(name: "Scheduling"),
  .target(name: "Study", dependencies: ["Cards", "Scheduling", "Language"]),
  .target(
    name: "LearnerStore",
    dependencies: [
      "Study", "Scheduling", "Cards", "Language", .product(name: "GRDB", package: "GRDB.swift"),
      .product(name: "GRDBSQLite", package: "GRDB.swift"),
    ]
  ),
  .target(name: "Reports", dependencies: ["Study", "Scheduling", "Cards", "Language"]),
  .target(
    name: "Terminal",
    dependencies: ["Study", "Reports", "Scheduling", "Cards", "Language", "CTerminal"]
  ),
  .target(
    name: "Commands",
    dependencies: [
      "Language", "Cards", "EssayCompiler", "Scheduling", "Study", "LearnerStore", "Reports", "Terminal",
      .product(name: "ArgumentParser", package: "swift-argument-parser"),
    ]
  ),
  .executableTarget(name: "wengu", dependencies: ["Commands"]),
  .executableTarget(
    name: "wengu-bench",
    dependencies: ["EssayCompiler", "Cards", "Language", "Scheduling", "Study"],
    path: "Sources/Benchmarks"
  ),
]

let tests: [Target] = [
  .testTarget(name: "LanguageTests", dependencies: ["Language"], exclude: ["Fixtures"]),
  .testTarget(name: "CardsTests", dependencies: ["Cards", "Language"], exclude: ["Fixtures"]),
  .testTarget(
    name: "EssayCompilerTests",
    dependencies: ["EssayCompiler", "Cards", "Language"],
    exclude: ["Fixtures"]
  ),
  .testTarget(name: "SchedulingTests", dependencies: ["Scheduling"], exclude: ["Fixtures"]),
  .testTarget(name: "StudyTests", dependencies: ["Study", "Scheduling", "Cards", "Language"]),
  .testTarget(
    name: "LearnerStoreTests",
    dependencies: [
      "LearnerStore", "Study", "Scheduling", "Cards", "Language",
      .product(name: "GRDB", package: "GRDB.swift"),
    ],
    exclude: ["Fixtures"]
  ),
  .testTarget(name: "ReportsTests", dependencies: ["Reports", "Study", "Scheduling", "Cards", "Language"]),
  .testTarget(
    name: "TerminalTests",
    dependencies: ["Terminal", "Reports", "Study", "Scheduling", "Cards", "Language", "CTerminal"],
    exclude: ["Fixtures"]
  ),
  .testTarget(name: "CommandsTests", dependencies: ["wengu", "Scheduling"], exclude: ["Generators"]),
]

let swiftSettings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .treatAllWarnings(as: .error),
]

for target in rooms + tests {
  target.swiftSettings = swiftSettings
}

let package = Package(
  name: "wengu",
  platforms: [.macOS(.v14)],
  products: [.executable(name: "wengu", targets: ["wengu"])],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
  ],
  targets: rooms + tests + [
    // Input of Scripts/ranker; no part of the program.
    .executableTarget(
      name: "wengu-candidates",
      dependencies: ["Language", "Cards", "EssayCompiler"],
      path: "Sources/Candidates",
      swiftSettings: swiftSettings
    ),
    .target(name: "Resources", path: "Resources", cSettings: [.unsafeFlags(["-Wall"])]),
    .target(
      name: "CTerminal",
      linkerSettings: [.linkedLibrary("edit"), .linkedLibrary("ncursesw")]
    ),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .gnu2x
)
