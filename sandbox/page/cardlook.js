// How cards look in Teams: host config in Fluent colours (as CSS variables) and safe, small Markdown.

const tone = (colour, soft = colour) => ({ default: colour, subtle: soft });
const text = {
  default: tone("var(--text)", "var(--text-soft)"),
  dark: tone("var(--text)", "var(--text-soft)"),
  light: tone("var(--text-soft)"),
  accent: tone("var(--brand-text)"),
  good: tone("var(--good)"),
  warning: tone("var(--warning)"),
  attention: tone("var(--danger)"),
};
const style = (background, border = "var(--line)") => ({
  backgroundColor: background, borderColor: border, foregroundColors: text,
});
const spaced = { small: 4, default: 8, medium: 12, large: 16, extraLarge: 24, padding: 16 };

const HOST = {
  fontFamily: "inherit",
  fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 22 },
  fontWeights: { lighter: 400, default: 400, bolder: 600 },
  lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 28 },
  spacing: spaced,
  separator: { lineThickness: 1, lineColor: "var(--line)" },
  containerStyles: {
    default: style("transparent"),
    emphasis: style("var(--panel)"),
    good: style("var(--good-soft)", "var(--good)"),
    warning: style("var(--warning-soft)", "var(--warning)"),
    attention: style("var(--danger-soft)", "var(--danger)"),
    accent: style("var(--brand-soft)", "var(--brand-text)"),
  },
  inputs: {
    label: {
      inputSpacing: "small",
      requiredInputs: { weight: "bolder", suffix: " *", suffixColor: "attention" },
      optionalInputs: { weight: "bolder" },
    },
    errorMessage: { color: "attention", size: "default", spacing: "small", weight: "bolder" },
  },
  actions: {
    maxActions: 6, spacing: "medium", buttonSpacing: 8, actionsOrientation: "horizontal",
    actionAlignment: "left", allowTitleToWrap: true,
    showCard: { actionMode: "inline", inlineTopMargin: 12, style: "emphasis" },
  },
  factSet: {
    title: { weight: "bolder", wrap: true, maxWidth: 160 }, value: { wrap: true }, spacing: 12,
  },
  table: { cellSpacing: 8 },
};

const DANISH = {
  overflowButtonText: () => "Flere",
  overflowButtonTooltip: () => "Flere valg",
  inlineActionTitle: () => "Vælg",
  emptyElementText: () => "",
  mediaPlayerAriaLabel: () => "Lyd eller film",
  mediaPlayerPlayMedia: () => "Afspil",
};

const TAGS = ["p", "br", "strong", "em", "ul", "ol", "li", "a"];
let writer;

/** Bold, italic, lists and links, as Teams has them; everything else stays plain text. */
export function markdown(source) {
  writer ||= window.markdownit("zero", { breaks: true }).enable(["emphasis", "escape", "entity", "link", "list", "newline"]);
  const html = window.DOMPurify.sanitize(writer.render(source), {
    ALLOWED_TAGS: TAGS, ALLOWED_ATTR: ["href", "start"], ALLOWED_URI_REGEXP: /^(?:https?|mailto|tel):/i,
  });
  return html;
}

/** Makes the renderer ready; once per page. */
export function prepare() {
  const { AdaptiveCard, HostConfig, Strings } = window.AdaptiveCards;
  Object.assign(Strings.defaults, DANISH);
  AdaptiveCard.onProcessMarkdown = (source, result) => {
    result.outputHtml = markdown(source);
    result.didProcess = true;
  };
  return new HostConfig(HOST);
}
