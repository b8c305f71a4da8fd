package reelskill.studio.handoff;

import java.io.StringWriter;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** One element of a document under construction. Escaping is the library's. */
record Xml(Element element) {
    static Xml root(String name) {
        try {
            Document document =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
            Element root = document.createElement(name);
            document.appendChild(root);
            return new Xml(root);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("every Java builds documents", e);
        }
    }

    /** Returns a new last child. */
    Xml add(String name) {
        Element child = element.getOwnerDocument().createElement(name);
        element.appendChild(child);
        return new Xml(child);
    }

    Xml with(String attribute, Object value) {
        element.setAttribute(attribute, valid(value.toString()));
        return this;
    }

    Xml text(String text) {
        element.setTextContent(valid(text));
        return this;
    }

    /** Returns the document that this is the root of, behind {@code doctype} where that is not empty. */
    String document(String doctype) {
        try {
            Transformer transformer = TransformerFactory.newInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.INDENT, "yes");
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            StringWriter text = new StringWriter();
            transformer.transform(new DOMSource(element.getOwnerDocument()), new StreamResult(text));
            return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + doctype + text;
        } catch (TransformerException e) {
            throw new IllegalStateException("a document of ours can be written", e);
        }
    }

    /** XML has no place for control characters, not even escaped. */
    private static String valid(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\\t\\n\\r]]|[\\uFFFE\\uFFFF]", " ");
    }
}
