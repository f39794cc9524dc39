namespace Assay.Studies.Samples;

/// <summary>The words the samples are written with, all made up for them.</summary>
internal static class SampleVocabulary
{
    /// <summary>Ways to ask; {0} is a task.</summary>
    public static IReadOnlyList<string> Questions { get; } =
    [
        "Explain to a beginner how to {0}.", "What do I need before I {0}?", "List three mistakes to avoid when you {0}.", "How long does it take to {0}?",
        "Write a cheerful note to a friend who wants to {0}.", "Why is it so hard to {0}?", "Give me a short checklist to {0}.",
        "Describe a cheap way to {0} with children.",
    ];

    /// <summary>Data sets and the tasks their instructions are about.</summary>
    public static IReadOnlyList<(string Dataset, IReadOnlyList<string> Tasks)> Tasks { get; } =
    [
        ("kitchen",
        [
            "bake a rye loaf", "pickle red onions", "fold a thin pancake", "roast a pumpkin", "cook rice over a fire",
            "brew ginger tea", "freeze berries", "sharpen a bread knife", "plan a dinner for nine", "save a salty soup",
        ]),
        ("garden",
        [
            "plant garlic", "prune a pear tree", "build a compost heap", "keep slugs off lettuce", "move a rose bush",
            "dry sunflower seeds", "water tomatoes on holiday", "attract more bees", "grow moss on a wall", "store apples until spring",
        ]),
        ("travel",
        [
            "cross the hills on foot", "pack for a rainy week", "read a night train timetable", "find a quiet beach", "cycle along the canal",
            "sleep on a ferry", "visit an island in winter", "share a tent", "send a parcel home", "learn ten polite words",
        ]),
        ("workshop",
        [
            "oil a squeaky hinge", "sand an old chair", "hang a heavy mirror", "mend a bicycle tube", "paint a window frame",
            "sort a box of screws", "glue a broken cup", "make a kite", "wire a doorbell", "straighten a bent nail",
        ]),
        ("letters",
        [
            "thank a neighbour", "cancel a music lesson", "invite an aunt to tea", "apologise for a late parcel", "ask for a day off",
            "recommend a good plumber", "complain about a cold hotel", "announce a village fair", "decline a free kitten", "remember a kind teacher",
        ]),
    ];

    /// <summary>What sentences of outputs are made of: one word is taken of each list in turn.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> SentencePattern { get; } =
    [
        ["take", "keep", "check", "choose", "leave", "carry", "compare", "prepare"], ["the", "every", "one", "another"],
        ["small", "dry", "steady", "wooden", "old", "warm", "plain", "second"], ["basket", "letter", "corner", "handle", "bucket", "piece", "jar", "label"],
        ["before", "while", "until", "because"], ["the", "your", "this", "that"],
        ["weather", "kettle", "neighbour", "surface", "paper", "map", "mixture", "crème"],
        ["settles", "turns", "waits", "cools", "opens", "holds", "dries", "changes"],
    ];

    /// <summary>
    /// For each length from 1 the words an output can end with. The first is one code point and two UTF-16 units,
    /// so that whoever counts the wrong ones is found out.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<string>> LastWords { get; } =
    [
        ["🌿", "🫖"], ["so", "up"], ["now", "too"], ["well", "soon"], ["again", "early"], ["slowly", "gently"], ["quietly", "happily"], ["together", "securely"],
        ["patiently", "carefully"], ["afterwards", "thoroughly"], ["comfortably", "beautifully"],
    ];
}
