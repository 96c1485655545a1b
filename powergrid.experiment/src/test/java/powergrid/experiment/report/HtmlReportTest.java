package powergrid.experiment.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import powergrid.experiment.files.JsonTree;

class HtmlReportTest {
  private static final String HOSTILE =
      "</script><script>alert(1)</script><img src=x onerror=alert(2)>\"'&amp; ]]> <!-- \u0000\uD800";

  private static Document parsed(String page) throws Exception {
    return DocumentBuilderFactory.newDefaultNSInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(page)));
  }

  private static List<Element> all(Document document) {
    List<Element> elements = new ArrayList<>();
    NodeList nodes = document.getElementsByTagName("*");
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  private static Element byId(Document document, String id) {
    return all(document).stream()
        .filter(element -> element.getAttribute("id").equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void isWellFormedAndKnowsItsParts() throws Exception {
    Document page = parsed(HtmlReport.of(Reports.withText("plain")));
    for (String part :
        List.of(
            "failures",
            "notes",
            "comparison",
            "differences",
            "learning",
            "arrivals",
            "day",
            "feeders",
            "traffic",
            "reproduce",
            "data")) {
      byId(page, part);
    }
    Set<String> targets = new TreeSet<>();
    for (Element element : all(page)) {
      if (element.hasAttribute("href")) {
        targets.add(element.getAttribute("href"));
        byId(page, element.getAttribute("href").substring(1));
      }
    }
    assertEquals(8, targets.size());
  }

  /** Neither by what it is made of nor by what it may do. */
  @Test
  void needsNothingFromOutside() throws Exception {
    String text = HtmlReport.of(Reports.withText("plain"));
    Document page = parsed(text);
    Set<String> known =
        Set.of(
            "html",
            "head",
            "meta",
            "title",
            "style",
            "body",
            "header",
            "h1",
            "h2",
            "p",
            "dl",
            "div",
            "dt",
            "dd",
            "span",
            "section",
            "ul",
            "li",
            "nav",
            "a",
            "main",
            "table",
            "thead",
            "tbody",
            "tr",
            "th",
            "td",
            "data",
            "wbr",
            "details",
            "summary",
            "figure",
            "figcaption",
            "svg",
            "line",
            "pre",
            "code",
            "noscript",
            "script");
    for (Element element : all(page)) {
      assertTrue(known.contains(element.getTagName()), element.getTagName());
      for (String attribute : List.of("src", "srcset", "data", "action", "poster", "xlink:href")) {
        assertFalse(element.hasAttribute(attribute), element.getTagName() + " " + attribute);
      }
      if (element.hasAttribute("href")) {
        assertTrue(element.getAttribute("href").startsWith("#"));
      }
    }
    String style = page.getElementsByTagName("style").item(0).getTextContent();
    assertFalse(style.contains("url(") || style.contains("@import"), style);
    String policy =
        all(page).stream()
            .filter(e -> e.getAttribute("http-equiv").equals("Content-Security-Policy"))
            .findFirst()
            .orElseThrow()
            .getAttribute("content");
    assertTrue(policy.startsWith("default-src 'none'; style-src 'unsafe-inline';"), policy);
    assertFalse(policy.contains("http") || policy.contains("*"), policy);
    // what runs is what the policy names, byte for byte as a browser sees it
    Matcher scripts = Pattern.compile("<script>(.*?)</script>", Pattern.DOTALL).matcher(text);
    int count = 0;
    while (scripts.find()) {
      byte[] bytes = scripts.group(1).getBytes(StandardCharsets.UTF_8);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      String named = "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
      assertTrue(policy.contains(named), named);
      count++;
    }
    assertEquals(2, count);
    assertTrue(text.contains("Permission to use, copy, modify, and/or distribute"), "the licence");
  }

  @Test
  void nothingThatIsGivenBecomesMarkup() throws Exception {
    String text = HtmlReport.of(Reports.withText(HOSTILE));
    assertFalse(text.contains("<script>alert"), "no script of others");
    assertFalse(text.contains("<img"), "no element of others");
    Document page = parsed(text);
    assertEquals(0, page.getElementsByTagName("img").getLength());
    assertEquals(3, page.getElementsByTagName("script").getLength());
    // it is all there, as text; what no page can hold is a replacement character
    String shown = HOSTILE.replace('\u0000', '\uFFFD').replace('\uD800', '\uFFFD');
    assertEquals(shown, page.getElementsByTagName("h1").item(0).getTextContent());
    Map<?, ?> data = (Map<?, ?>) JsonTree.read(byId(page, "data").getTextContent());
    Map<?, ?> variant = (Map<?, ?>) ((List<?>) data.get("variants")).get(0);
    assertEquals(HOSTILE.substring(0, 60), ((String) variant.get("name")).substring(0, 60));
  }

  @Test
  void givesDataToItsScript() throws Exception {
    Document page = parsed(HtmlReport.of(Reports.withText("x")));
    Map<?, ?> data = (Map<?, ?>) JsonTree.read(byId(page, "data").getTextContent());
    List<?> values = (List<?>) data.get("values");
    assertEquals(
        Map.of("variant", "x", "metric", "x", "seed", "9223372036854775807", "value", 2.0),
        values.get(0));
    Map<?, ?> curves = (Map<?, ?>) ((List<?>) data.get("curves")).get(0);
    Map<?, ?> curve = (Map<?, ?>) ((List<?>) curves.get("curves")).get(0);
    assertEquals(List.of(100L, 200L), curves.get("steps"));
    assertEquals(-4L, ((List<?>) curve.get("low")).get(0));
    assertEquals(null, ((List<?>) curve.get("low")).get(1));
  }

  @Test
  void saysWhatComparisonsShow() throws Exception {
    Document page = parsed(HtmlReport.of(Reports.withText("x")));
    String differences = byId(page, "differences").getTextContent().replaceAll("\\s+", " ");
    assertTrue(differences.contains("too few seeds to tell"), differences);
    String arrivals = byId(page, "arrivals").getTextContent().replaceAll("\\s+", " ");
    assertTrue(arrivals.contains("1 of 2"), arrivals);
    assertTrue(arrivals.contains("not reached"), arrivals);
    Map<?, ?> data = (Map<?, ?>) JsonTree.read(byId(page, "data").getTextContent());
    Map<?, ?> difference = (Map<?, ?>) ((List<?>) data.get("differences")).get(0);
    assertEquals("too few seeds to tell", difference.get("verdict"));
    assertEquals("< 0.001", Brief.probability(0.0001));
    assertEquals("0.050", Brief.probability(0.05));
  }

  @Test
  void roundsForPeopleAndKeepsTheExactNumber() throws Exception {
    Document page = parsed(HtmlReport.of(Reports.withText("x")));
    NodeList numbers = page.getElementsByTagName("data");
    Element first = (Element) numbers.item(0);
    assertEquals("2.5", first.getAttribute("value"));
    // 4 digits of the greatest in the column, 7
    assertEquals("2.500", first.getTextContent());
    assertEquals("123", Brief.of(123.4, Brief.decimals(99999.5)));
    assertEquals("−0.01235", Brief.of(-0.012345678, Brief.decimals(-0.012345678)));
    assertEquals("0", Brief.of(-0.0, 0));
    assertEquals("–", Brief.of(Double.NaN, 2));
    assertEquals(0, Brief.decimals(309, 168));
  }

  @Test
  void ofDrawingsShapesAndTextsAreTaken() {
    Page page = new Page();
    page.open("figure");
    page.drawing(
        """
        <!DOCTYPE svg><svg xmlns="http://www.w3.org/2000/svg" width="9" onload="alert(1)">
        <title>671: a &lt; b</title><script>alert(2)</script>
        <a href="javascript:alert(3)"><text x="1">inside</text></a>
        <image href="http://example.org/x.png"/><circle r="3" fill="url(#x)" stroke="#333"/>
        </svg>""");
    String text = page.close().end();
    assertEquals(
        "<!DOCTYPE html><figure><svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"9\">"
            + "<title>671: a &lt; b</title><circle r=\"3\" stroke=\"#333\"></circle></svg></figure>",
        text.replaceAll("\n *", ""));
  }
}
