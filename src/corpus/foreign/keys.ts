/**
 * Keys that other programs read in front matter. Ibid keeps them out of its answers, and takes none of
 * them for a misspelling of its own.
 */
export const FOREIGN_KEYS: ReadonlySet<string> = new Set(
  [
    // https://help.obsidian.md/properties and https://help.obsidian.md/publish/seo
    "aliases alias cssclass cssclasses publish permalink description image cover tag tags",
    // https://jekyllrb.com/docs/front-matter/ and the plugins jekyll-feed, -seo-tag, -redirect-from
    `layout permalink published date category categories tags excerpt excerpt_separator render_with_liquid
     redirect_from redirect_to sitemap last_modified_at author authors image toc nav_order parent has_children
     nav_exclude grand_parent header teaser`,
    // https://gohugo.io/content-management/front-matter/
    `aliases archetype audio build cascade content_type date description draft expiryDate expirydate headless
     images isCJKLanguage keywords kind lastmod layout linkTitle markup menu menus modified name outputs
     params path publishDate publishdate pubdate resources series sitemap slug summary target title
     translationKey type unpublishdate url videos weight categories tags authors author language lang`,
    // https://docs.astro.build/en/guides/markdown-content/ and https://starlight.astro.build/reference/frontmatter/
    `layout slug pubDate updatedDate heroImage hero banner template tableOfContents editUrl head lastUpdated
     prev next pagefind draft sidebar i18nReady githubURL hasREADME banner`,
    // https://docusaurus.io/docs/api/plugins/@docusaurus/plugin-content-docs#markdown-front-matter, and -blog
    `id title title_meta hide_title hide_table_of_contents toc_min_heading_level toc_max_heading_level
     pagination_label pagination_next pagination_prev parse_number_prefixes custom_edit_url keywords
     description image slug tags draft unlisted last_update sidebar_label sidebar_position
     sidebar_class_name sidebar_custom_props displayed_sidebar authors author_url author_image_url
     author_title`,
    // https://pandoc.org/MANUAL.html#variables
    `subtitle author date abstract abstract-title keywords lang dir bibliography csl nocite
     reference-section-title link-citations suppress-bibliography header-includes include-before
     include-after toc toc-title toc-depth lof lot documentclass papersize geometry fontsize mainfont
     linestretch numbersections secnumdepth subject category institute titlepage output`,
    // https://squidfunk.github.io/mkdocs-material/reference/
    "icon status hide search template tags title description social comments",
  ]
    .join(" ")
    .split(/\s+/),
);
