namespace Assay.Reporting.Plots;

/// <summary>
/// Colours and type of all plots, light and dark. The two series are the blue and the vermilion of Okabe and Ito's palette, which people
/// with any kind of colour vision tell apart; filled and hollow tell them apart in print.
/// </summary>
internal static class PlotTheme
{
    public const double TitleSize = 20;
    public const double TextSize = 13;
    public const double SmallSize = 12;

    public const string Css = """
            text { font-family: Inter, "Segoe UI", system-ui, -apple-system, "Helvetica Neue", Arial, sans-serif; font-size: 13px; fill: #1f2328; }
            .title { font-size: 20px; font-weight: 600; }
            .heading { font-weight: 600; }
            .quiet { fill: #59636e; }
            .small { font-size: 12px; }
            .number { font-variant-numeric: tabular-nums; }
            .end { text-anchor: end; }
            .middle { text-anchor: middle; }
            .paper { fill: #ffffff; }
            .band { fill: #f4f6f8; }
            .none { fill: none; }
            .grid { stroke: #dfe3e8; stroke-width: 1; }
            .axis { stroke: #8c959f; stroke-width: 1; }
            .reference { stroke: #59636e; stroke-width: 1.25; stroke-dasharray: 4 3; }
            .line-1 { stroke: #0072b2; stroke-width: 2.25; }
            .line-2 { stroke: #d55e00; stroke-width: 1.25; }
            .dot-1, .arrow-1 { fill: #0072b2; }
            .dot-2 { fill: #ffffff; stroke: #d55e00; stroke-width: 1.75; }
            .arrow-2 { fill: #d55e00; }
            @media (prefers-color-scheme: dark) {
              text { fill: #e6edf3; }
              .quiet { fill: #9da7b1; }
              .paper { fill: #0d1117; }
              .band { fill: #161c24; }
              .grid { stroke: #2b333d; }
              .axis { stroke: #6e7781; }
              .reference { stroke: #9da7b1; }
              .line-1 { stroke: #56b4e9; }
              .line-2 { stroke: #f28e4b; }
              .dot-1, .arrow-1 { fill: #56b4e9; }
              .dot-2 { fill: #0d1117; stroke: #f28e4b; }
              .arrow-2 { fill: #f28e4b; }
            }

        """;
}
