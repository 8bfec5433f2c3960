// What the program uses of libxml2, its HTML parser, under names that Swift can see.
#ifndef ENTITYGRAPH_LIBXML2_SHIM_H
#define ENTITYGRAPH_LIBXML2_SHIM_H

// The headers of ICU that Debian's libxml2 includes are at odds with those of Foundation; nothing here needs them.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>

/// Parses a page in UTF-8, mending what is broken, without a word and without a network; NULL if nothing could be made of it.
static inline xmlDoc *entitygraph_parse_html(const char *bytes, int length) {
    htmlParserCtxt *context = htmlCreateMemoryParserCtxt(bytes, length);
    if (context == NULL) return NULL;
    htmlCtxtUseOptions(context, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_COMPACT);
    // Otherwise the page ends where it is nested too deep.
    context->options |= XML_PARSE_HUGE;
    xmlCharEncodingHandler *encoding = xmlFindCharEncodingHandler("UTF-8");
    if (encoding != NULL) {
        xmlSwitchToEncoding(context, encoding);
        if (context->input->encoding != NULL) xmlFree((xmlChar *)context->input->encoding);
        context->input->encoding = xmlStrdup((const xmlChar *)"UTF-8");
    }
    htmlParseDocument(context);
    xmlDoc *document = context->myDoc;
    htmlFreeParserCtxt(context);
    return document;
}

#endif
