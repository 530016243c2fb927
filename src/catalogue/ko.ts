import type { Catalogue } from "./catalogue.ts";

/**
 * The messages in Korean, in the order of those in English. `docs/glossary.md` has the terms and the register. A particle after an
 * inserted value is written in both forms, as in `{name}은(는)`: `attachParticles` chooses one by the final sound.
 */
export const ko: Catalogue = {
  // Commands, word by word
  "command-name.letter": "편지",
  "command-name.document": "문서",
  "command-name.quote": "인용",
  "command-name.search": "검색",
  "command-name.verify": "검증",
  "command-name.cite": "출처표기",
  "command-name.timeline": "연표",
  "command-name.topics": "주제",
  "command-name.people": "인물",
  "command-name.about": "소개",
  "command-name.tray": "보관함",
  "command-name.help": "도움말",
  "command-name.settings": "설정",
  "command-name.show": "보기",
  "command-name.change": "변경",
  "command-name.schedule": "일정",
  "command-name.privacy": "개인정보",
  "command-name.edit": "수정",
  "command-name.add": "추가",
  "command-name.resume": "재개",
  "command-name.pause": "일시정지",
  "command-name.delete": "삭제",
  "command-name.post": "게시",
  "command-name.schedules": "일정목록",
  "command-name.plan": "계획",
  "command-name.start": "시작",
  "command-name.move": "옮기기",

  // The entries of a message’s menu
  "menu-name.verify": "인용문 검증",
  "menu-name.tray": "인용문 보관",

  // Options
  "option-name.about": "내용",
  "option-name.add": "추가",
  "option-name.after": "이후",
  "option-name.at": "시각",
  "option-name.answers": "답변",
  "option-name.channel": "채널",
  "option-name.before": "이전",
  "option-name.command": "명령어",
  "option-name.date": "날짜",
  "option-name.each": "각각",
  "option-name.empty": "비우기",
  "option-name.entry": "번째",
  "option-name.from": "글쓴이",
  "option-name.in": "범위",
  "option-name.language": "언어",
  "option-name.letter": "편지",
  "option-name.markdown": "마크다운",
  "option-name.number": "번호",
  "option-name.of": "대상",
  "option-name.on": "그날",
  "option-name.passage": "구절",
  "option-name.person": "인물",
  "option-name.plan": "계획",
  "option-name.private": "비공개",
  "option-name.query": "검색어",
  "option-name.random": "무작위",
  "option-name.schedule": "일정",
  "option-name.remove": "빼기",
  "option-name.reports": "보고채널",
  "option-name.step": "단계",
  "option-name.style": "양식",
  "option-name.tag": "태그",
  "option-name.thread": "스레드",
  "option-name.title": "이름",
  "option-name.text": "인용문",
  "option-name.to": "받는이",
  "option-name.tray.to": "자리",
  "option-name.topic": "주제",
  "option-name.what": "무엇",
  "option-name.when": "언제",
  "option-name.zone": "시간대",
  "option-name.steps": "단계수",

  // Values
  "value-name.1 day": "1일",
  "value-name.1 hour": "1시간",
  "value-name.1 week": "1주",
  "value-name.3 days": "3일",
  "value-name.channel": "채널",
  "value-name.daily passage": "오늘의 구절",
  "value-name.default": "기본값",
  "value-name.false": "아니요",
  "value-name.evenings": "저녁 모임",
  "value-name.me": "나",
  "value-name.mornings": "아침 모임",
  "value-name.passages": "구절",
  "value-name.off": "끔",
  "value-name.plan": "계획",
  "value-name.private": "비공개",
  "value-name.public": "공개",
  "value-name.server": "서버",
  "value-name.this day": "오늘의 역사",
  "value-name.true": "예",
  "value-name.undated": "미상",

  // Commands and options, as Discord lists them
  "command.letter": "편지 한 통을 보여 줍니다. 본문, 보낸 사람과 받는 사람, 요약이 나옵니다.",
  "command.document": "문서 하나를 보여 줍니다. 본문, 글쓴이, 요약이 나옵니다.",
  "command.quote": "구절을 글자 그대로 출처와 함께 인용합니다.",
  "command.search": "구절, 주석, 문서, 사건을 검색합니다. 인용문이 먼저 나옵니다.",
  "command.verify": "인용된 말이 자료집에 그대로 있는지, 다르다면 무엇이 다른지 확인합니다.",
  "command.cite": "구절이나 문서의 출처를 양식에 맞게 표기하거나 증표를 확인합니다.",
  "command.timeline": "문서와 사건을 날짜순으로 출처와 함께 나열합니다.",
  "command.plan": "단계별로 읽습니다.",
  "command.plan-show": "계획이나 그 한 단계를 보여 줍니다. 읽을 것과 시작할 질문이 나옵니다.",
  "command.topics": "주제 목록을 보여 주거나, 한 주제의 동의어와 문서를 보여 줍니다.",
  "command.people": "인물 목록을 보여 주거나, 한 인물의 다른 이름과 문서를 보여 줍니다.",
  "command.about": "이 자료집에 무엇이 들어 있고 언제 읽었는지 보여 줍니다.",
  "command.help": "명령어 목록을 보여 주거나, 한 명령어의 옵션을 보여 줍니다.",
  "command.settings": "Ibid의 답변 방식과 Ibid가 보관하는 내 정보를 보고 바꿉니다.",
  "command.settings-show": "여기에서 적용되는 설정과 그 설정이 어디에서 온 것인지 보여 줍니다.",
  "command.settings-change": "내 설정, 이 채널의 설정, 이 서버의 설정을 바꿉니다.",
  "command.settings-privacy": "Ibid가 보관하는 내 정보를 모두 보거나 복사하거나 삭제합니다.",
  "command.tray": "보관한 인용문을 보고, 더하고, 순서를 바꾸고, 빼거나 Markdown으로 받습니다.",
  "option.add": "보관할 구절의 주소나 증표, 또는 인용하는 말.",
  "option.entry": "보거나 옮길 인용문: 보관함에서의 번호.",
  "option.tray-place": "옮겨 갈 자리. 1부터 셉니다.",
  "option.remove": "뺄 인용문: 보관함에서의 번호.",
  "option.empty": "확인한 뒤 모두 뺍니다.",
  "option.markdown": "모두를 출처 표기와 함께 Markdown 파일로 줍니다.",
  "option.markdown-style": "내 양식 대신 파일에 쓸 출처 표기 양식.",
  "option.keep-all": "모두 보관합니다.",
  "option.seen": "비우는 보관함의 판.",
  "option.settings-of": "누구의 설정인지: 나, 채널, 서버.",
  "option.setting-style": "출처표기 명령어의 표기 양식. 기본값: 다른 곳의 설정을 따릅니다.",
  "option.setting-answers": "따로 요청하지 않을 때 답변을 나만 볼지 모두가 볼지.",
  "option.setting-zone": "Asia/Seoul 같은 시간대. 오늘이 며칠인지를 정합니다.",
  "option.setting-language": "Ibid가 쓰는 언어.",
  "option.setting-about": "채널이 다루는 저작, 폴더 또는 문서: 범위의 기본값.",
  "option.setting-reports": "실패를 알릴 서버의 채널.",
  "option.form": "입력 양식을 채웁니다.",
  "option.copy": "사본도 함께 줍니다.",
  "option.delete": "모두 삭제합니다.",
  "option.confirmed": "묻지 않고 삭제합니다.",
  "option.about": "단어, 주제, 날짜, 제목 또는 구절의 주소.",
  "option.topic": "주제 또는 그 동의어.",
  "option.passage": "구절의 주소 또는 증표.",
  "option.random": "구절을 무작위로 고릅니다.",
  "option.from": "글을 쓴 사람.",
  "option.in": "이 저작, 폴더 또는 문서 안에서만.",
  "scope.whole-corpus": "자료집 전체, 이 채널이 무엇을 다루든",
  "option.to": "글을 받은 사람.",
  "option.after": "이 날짜 이후(당일 포함): 2018-06, 2019-08-05, 2019.",
  "option.before": "이 날짜 이전(당일 포함): 2018-06, 2019-08-05, 2019.",
  "option.on": "해마다 이날에 있었던 것: 8월 5일 또는 오늘.",
  "option.former-after": "이후의 옛 이름.",
  "option.former-before": "이전의 옛 이름.",
  "option.query": "찾을 단어. 큰따옴표로 묶은 말은 그대로 나와야 합니다.",
  "option.only-topic": "이 주제에 관한 것만.",
  "option.only-person": "이 인물이 썼거나 받았거나 언급된 것만.",
  "option.plan": "계획, 또는 구절을 몇 개씩 나누어 읽을 문서나 주제.",
  "option.step": "보여 줄 단계의 번호.",
  "option.steps": "보여 줄 단계의 수.",
  "option.shown-topic": "보여 줄 주제.",
  "option.shown-person": "보여 줄 인물.",
  "option.document": "날짜나 제목, 또는 미상.",
  "option.number": "저작에서 매긴 번호: 216.",
  "option.citable": "구절의 주소, 증표 또는 문서.",
  "option.style": "chicago, mla, apa, harvard, bibtex, ris, csl-json 같은 표기 양식.",
  "option.command": "보여 줄 명령어.",
  "option.quotation": "인용된 그대로의 말, 300단어까지.",
  "option.claimed-from": "글을 썼다고 알려진 사람.",
  "option.claimed-date": "글을 썼다고 알려진 날짜: 2019-08-05, 2019-08.",
  "option.claimed-document": "글이 들어 있다고 알려진 문서의 날짜나 제목.",
  "option.each": "글 안의 인용문을 하나씩 따로 확인합니다.",
  "option.private": "답변을 나에게만 보여 줍니다.",
  "option.private-already":
    "답변은 나에게만 보입니다. “아니요”를 고르면 여기 있는 모두에게 보입니다.",
  "option.page": "보여 줄 쪽.",
  "option.whole": "아무리 길어도 전부 보여 줍니다.",
  "option.details": "자세한 내용도 보여 줍니다.",
  "option.discuss": "메시지에 스레드를 엽니다.",
  "option.seed": "무작위 순서의 시드.",
  "option.rank": "찾은 인용문 가운데 몇 번째를 보여 줄지.",
  "option.around": "앞뒤로 보여 줄 구절의 수.",
  "option.nth": "몇 번째 인용문을 확인할지.",
  "option.left": "제외된 인용문의 수.",

  // The values that options take, to complete “`option` should be …”
  "expects.text": "1~{max}자의 글",
  "expects.integer": "{min}부터 {max}까지의 정수",
  "expects.quotation": "비교할 말({words}단어, {max}자까지)",
  "expects.flag": "예 또는 아니요",
  "expects.scope": "이 자료집의 저작, 폴더 또는 문서",
  "expects.person": "이 자료집에 있는 인물의 이름",
  "expects.topic": "이 자료집의 주제(`/주제`에 목록이 있습니다)",
  "expects.day": "오늘, 8월 5일, 2019-08-05 같은 날",
  "expects.plan": "계획, 또는 문서나 주제의 제목(편지의 구절을 3개씩 읽으려면: 편지, 구절 3개씩)",
  "expects.date": "2019-08-05, 2019년 8월 5일, 2019년 8월, 2019 같은 날짜",
  "expects.document": "2019-08-05 같은 날짜 또는 문서의 제목",
  "expects.passage": "구절의 주소 또는 증표",
  "expects.citable": "구절의 주소, 증표, 또는 문서의 ID나 제목",
  "expects.keepable": "구절의 주소, 증표, 문서의 ID, 또는 인용한 말(300단어까지)",
  "expects.tray-entry": "보관함에 있는 인용문의 번호",
  "expects.style": "출처 표기 양식의 이름",
  "expects.one-of": "{values} 중 하나",
  "expects.channel": "이 서버의 채널",
  "expects.zone": "Asia/Seoul 같은 시간대",
  "expects.command": "명령어의 이름",

  // Buttons
  "action.another": "다른 구절",
  "action.in-context": "앞뒤 구절",
  "action.back": "돌아가기",
  "action.cite": "출처 표기",
  "action.quote": "인용",
  "action.search": "검색",
  "action.timeline": "연표",
  "action.topics": "주제",
  "action.help": "도움말",
  "action.earlier": "앞 구절",
  "action.later": "뒤 구절",
  "action.previous-page": "이전 쪽",
  "action.next-page": "다음 쪽",
  "action.all-commands": "모든 명령어",
  "action.all-quotations": "모든 인용문",
  "action.details": "자세히",
  "action.fill-in": "입력 양식 채우기",
  "action.correct": "입력 양식에서 고치기",
  "action.everywhere": "자료집 전체에서",
  "action.change-settings-user": "내 설정 바꾸기",
  "action.change-settings-channel": "이 채널의 설정 바꾸기",
  "action.change-settings-server": "이 서버의 설정 바꾸기",
  "action.copy": "사본 받기",
  "action.delete-all": "모두 삭제",
  "action.confirm-deletion": "네, 모두 삭제합니다",
  "action.keep-all": "그대로 두기",
  "action.keep": "보관",
  "action.keep-quotations": "{count, plural, =2 {둘 다 보관} other {#개 모두 보관}}",
  "action.tray": "내 보관함",
  "action.move-up": "위로",
  "action.move-down": "아래로",
  "action.remove": "빼기",
  "action.put-back": "되돌리기",
  "action.empty": "비우기",
  "action.confirm-emptying": "네, 비웁니다",
  "action.markdown": "Markdown",
  "action.open": "{address} 열기",
  "action.whole-letter": "편지 전체",
  "action.whole-document": "문서 전체",
  "action.previous-letter": "이전 편지",
  "action.previous-document": "이전 문서",
  "action.next-letter": "다음 편지",
  "action.next-document": "다음 문서",
  "action.nearest-before": "이전: {name}",
  "action.nearest-after": "이후: {name}",
  "action.quotation": "인용문 {number}",
  "action.search-for": "“{query}” 검색",
  "message.share": "모두에게 공유",
  "message.open": "열기",
  "message.back": "뒤로",
  "message.continue": "계속",
  "message.part": "{of}개 중 {number}번째 부분",
  "message.continued": "{part} · {title}",
  "message.part-of-more": "{of}개가 넘는 것 중 {number}번째 부분",
  "message.file-too-large":
    "이 답변의 파일은 Discord가 받는 10 MiB보다 커서 뺐습니다. 터미널에는 이런 제한이 없습니다.",
  "message.file": "이 답변에는 {name} 파일이 딸려 있습니다. --json을 쓰면 출력됩니다.",

  // Numbers
  "page.number": "{of}쪽 중 {number}쪽",
  counts:
    "{passages, plural, =0 {인용문 없음} other {인용문 #개}} · {documents, plural, other {문서 #건}}",
  "counts.passages": "{count, plural, other {구절 #개}}",
  "counts.quotations": "{count, plural, other {인용문 #개}}",
  "counts.documents": "{count, plural, other {문서 #건}}",
  "counts.events": "{count, plural, other {사건 #건}}",

  // Quotations
  "quotation.of-the-day": "오늘의 구절, {day}",
  "quotation.rank": "인용문 {of}개 중 {number}번째.",
  "understood.address": "주소로 이해했습니다: {label}",
  "understood.title": "제목으로 이해했습니다: {label}",
  "understood.date": "날짜로 이해했습니다: {label}",
  "understood.topic": "주제로 이해했습니다: {label}",
  "unquotable.code": "[코드]",
  "unquotable.heading": "[제목: {text}]",
  "unquotable.html": "[HTML]",
  "unquotable.table": "[표]",
  "unquotable.image": "[그림]",
  "unquotable.image-of": "[그림: {text}]",
  "context.asked": "▸ {place}, 요청한 구절",
  "context.single-piece": "인용문 하나만 있습니다. 그 앞뒤의 말은 이 자료집에 없습니다.",
  "context.separate-pieces":
    "서로 떨어진 인용문들입니다. 그 사이와 앞뒤의 말은 이 자료집에 없습니다.",
  "context.passage": "구절 {of}개 중 {number}번째",
  "context.passages": "구절 {of}개 중 {from}~{to}번째",
  "context.quotation": "인용문 {of}개 중 {number}번째",
  "context.quotations": "인용문 {of}개 중 {from}~{to}번째",

  // Searches
  "search.topic": "주제: {label}.",
  "search.synonyms": "함께 찾은 말: {words}.",
  "search.narrower": "포함된 하위 주제: {topics}.",
  "search.missing": "{count, plural, other {{words}은(는) 이 자료집에 나오지 않습니다.}}",
  "search.instead": "다음으로 찾은 결과입니다: {words}.",
  "search.other-words": "나머지 단어로 찾은 결과입니다.",
  "search.and-more": "{listed} 외 {count, number}개",
  "hits.title": "{query} 검색 결과 {count, plural, other {#건}}",
  "hits.title-missing": "{count, plural, other {{words}은(는) 이 자료집에 나오지 않습니다}}",
  "hits.no-quotation": "결과 가운데 인용문은 없습니다. 해당하는 구절을 찾지 못했습니다.",
  "hits.quotations": "인용문 · {count, number}",
  "hits.others": "편집자의 주석, 문서, 사건 · {count, number}",
  "hits.note": "{name} · 주석",
  "hits.document": "{name} · 문서",
  "hits.event": "{date} · {title} · 사건",

  // Documents
  "document.unverified": "검증되지 않음: 이 문서가 있다는 사실만 알려져 있습니다.",
  "document.no-words-letter":
    "이 편지의 본문은 이 자료집에 없으며, 다른 이들이 전하는 내용만 있습니다.",
  "document.no-words-document":
    "이 문서의 본문은 이 자료집에 없으며, 다른 이들이 전하는 내용만 있습니다.",
  "document.nothing-to-quote": "이 문서에는 인용할 수 있는 것이 없습니다.",
  "document.summary": "요약:",
  "document.summary-is": "요약: {summary}",
  "document.remarks": "비고",
  "document.footnotes": "주석",
  "document.sources": "출처",
  "document.from": "보낸 사람",
  "document.to": "받는 사람",
  "document.author": "글쓴이",
  "document.in": "수록",
  "document.publisher": "펴낸 곳",
  "document.date": "날짜",
  "document.date-unknown": "알 수 없음",
  "document.verified": "검증",
  "document.verified-no": "아니요. 있다는 사실만 알려져 있습니다",
  "document.delivered": "전달",
  "document.topics": "주제",
  "document.rights": "이용 권한",
  "document.id": "ID",

  // Dates
  "date.about": "{date}경",
  "date.uncertain": "{date}(불확실)",
  "date.or-earlier": "{date} 또는 그 이전",
  "date.or-later": "{date} 또는 그 이후",
  "date.any": "모든 날짜",
  "date.range": "{first} ~ {last}",
  "date.until": "{day}까지",
  "date.since": "{day}부터",
  "date.year": "{year}년",
  "date.year-ad": "서기 {year}년",
  "date.year-bc": "기원전 {year}년",
  "date.month-in-era": "{era} {month}",
  "date.day-in-era": "{era} {month} {day}일",
  "date.spring": "{year} 봄",
  "date.summer": "{year} 여름",
  "date.autumn": "{year} 가을",
  "date.winter": "{year} 겨울",
  "date.century": "{number, selectordinal, other {#세기}}",
  "date.century-bc": "기원전 {number, selectordinal, other {#세기}}",
  "date.decade": "{year}년대",
  "date.years": "{first}~{last}년",
  "date.years-ad": "서기 {first}~{last}년",
  "date.years-bc": "기원전 {first}~{last}년",

  // The names of documents
  "document.correspondents": "{from}이(가) {to}에게",
  "document.numbered": "편지 {number}",
  "document.undated": "날짜 미상 · {title}",

  // Lists
  "documents.question":
    "{count, plural, =1 {문서 #건. 이것이 맞습니까?} other {문서 #건. 어느 것입니까?}}",
  "summaries.title": "{topic}: 문서 {count, plural, other {#건}}의 요약",
  "summaries.none": "이 문서에는 요약이 없습니다.",
  "summaries.not-quotations":
    "이것은 자료집 편집자의 말로 된 요약이며 인용문이 아닙니다. 이 주제에 관한 구절은 없습니다.",
  "topics.title": "주제 {count, plural, other {#개}}",
  "people.title": "인물 {count, plural, other {#명}}",
  "timeline.title": "연표: {count, plural, other {#건}}",
  "timeline.on": "{day}: {count, plural, other {#건}}",
  "timeline.around":
    "이 자료집에 {day}의 항목은 없습니다. {count, plural, =1 {가장 가까운 항목:} other {그 앞뒤로 가장 가까운 항목:}}",
  "timeline.on-rule": "날까지 알려진 날짜만 나오며, 더 긴 기간은 시작한 날에 나옵니다.",
  "timeline.years-ago": "{label} · {years, plural, other {#년 전 오늘}}",
  "day.today": "오늘 · {day}",
  "timeline.undated":
    "날짜를 알 수 없는 문서 {count, plural, other {#건}}은 여기에 나오지 않습니다.",
  "timeline.former-from": "날짜를 쓰던 `from:`은 이제 `이후:`입니다.",
  "timeline.former-to": "날짜를 쓰던 `to:`는 이제 `이전:`입니다.",
  "verifications.title": "인용문 {count, plural, other {#개}}를 이 자료집과 비교한 결과",
  "verifications.claim": "주장된 출처: {origin} 문서.",
  "verifications.left":
    "인용문 {count, plural, other {#개}}는 비교하지 않았습니다. 하나씩 확인하세요.",

  // Topics, people, the corpus, help
  "topic.counts": "이 주제: {counts}.",
  "topic.id": "ID",
  "topic.synonyms": "동의어",
  "topic.broader": "상위 주제",
  "topic.narrower": "하위 주제",
  "topic.related": "관련 주제",
  "person.counts": "이 인물이 썼거나 받았거나 언급된 것: {counts}.",
  "person.role": "직책",
  "person.forms": "다른 이름",
  "person.wrote": "쓴 것",
  "person.received": "받은 것",
  "corpus.untitled": "이 자료집",
  "corpus.documents": "문서",
  "corpus.documents-of":
    "{documents, number}건{undated, plural, =0 {} other {(그중 날짜 미상 #건)}}",
  "corpus.passages": "인용할 수 있는 구절",
  "corpus.notes": "자료집 편집자의 주석",
  "corpus.dates": "날짜",
  "corpus.period": "{first} ~ {last}",
  "corpus.tables": "표",
  "corpus.table-counts":
    "출처 {sources, plural, other {#건}}, 주제 {topics, plural, other {#개}}, 인물 {people, plural, other {#명}}, 사건 {events, plural, other {#건}}",
  "corpus.language": "언어",
  "corpus.language-is": "{name}({tag})",
  "corpus.rights": "이용 권한",
  "corpus.hash": "내용 해시(SHA-256)",
  "corpus.read": "읽은 시각",
  "corpus.last-change": "마지막 변경",
  "corpus.reload-unreadable": "{time}에 읽을 수 없었습니다. 자료집의 이전 판이 계속 답합니다",
  "corpus.reload-refused":
    "{time}에 문제 {problems, plural, other {#건}} 때문에 받아들이지 않았습니다. 자료집의 이전 판이 계속 답합니다",
  "help.title": "명령어",
  "help.promise": "모든 인용문은 글자 그대로이며 출처가 있습니다.",
  "help.command": "{description} 예: {example}",
  "help.example": "예: {example}",
  "help.example-zone": "Asia/Seoul",
  "help.message-command":
    "Discord에서는 모든 메시지의 메뉴에서 앱 아래의 “{label}”(으)로도 쓸 수 있습니다.",
  "help.required": "{name}(필수)",

  // Citations
  "style-title.bibtex": "BibTeX 레코드",
  "style-title.ris": "RIS 레코드",
  "style-title.csl-json": "CSL-JSON 레코드",
  "citation-form.Note": "주석",
  "citation-form.In-text citation": "본문 출처 표기",
  "citation-form.Bibliography entry": "참고 문헌 항목",
  "citation-form.Works-cited entry": "인용 문헌 항목",
  "citation-form.Reference entry": "참고 문헌 항목",
  "citation.receipt": "증표",
  "citation.receipt-unchanged": "이 증표의 말은 `{address}`에 바뀌지 않고 그대로 있습니다.",
  "citation.receipt-renamed":
    "이 증표의 말은 바뀌지 않았습니다. 문서의 ID가 새로 바뀌어 이제 `{address}`에 있습니다.",
  "citation.receipt-moved":
    "이 증표의 말은 바뀌지 않았지만 `{address}`(으)로 옮겨졌습니다. 아래의 증표가 새것입니다.",
  "citation.receipt-changed":
    "이 증표의 말은 더 이상 그 자리에 없습니다. 증표에는 말의 해시만 들어 있으므로 `{address}`에 지금 있는 말만 보여 줄 수 있습니다:",
  "citation.receipt-cut":
    "이 증표의 말은 더 이상 그 자리에 없습니다. 말이 시작될 곳보다 구절이 먼저 끝납니다. 증표에는 말의 해시만 들어 있으므로 `{address}`에 지금 있는 말만 보여 줄 수 있습니다:",
  "citation.second-hand-letter":
    "이것은 편지 자체의 출처 표기이며, 여기에서 편지는 다른 저작을 통해서만 알려져 있습니다. 실제로 읽은 저작을 표기하세요. “편지 전체”에 목록이 있습니다.",
  "citation.second-hand-document":
    "이것은 문서 자체의 출처 표기이며, 여기에서 문서는 다른 저작을 통해서만 알려져 있습니다. 실제로 읽은 저작을 표기하세요. “문서 전체”에 목록이 있습니다.",
  "citation.no-form": "이 양식에는 이에 맞는 형식이 없습니다.",
  "citation.document-unnamed":
    "이 출처 표기에는 말을 인쇄한 저작만 나오므로 누구의 말인지는 본문에서 밝히세요.",
  "citation.no-italics": "일반 텍스트에는 기울임꼴이 없습니다. 제목은 양식의 지침대로 조판하세요.",
  "citation.record-of-printing-work-letter":
    "이 레코드는 말을 인쇄한 저작의 것이며, 그 주석에 편지의 이름이 있습니다.",
  "citation.record-of-printing-work-document":
    "이 레코드는 말을 인쇄한 저작의 것이며, 그 주석에 문서의 이름이 있습니다.",

  // Verdicts
  "verdict.exact": "정확히 일치",
  "verdict.exact-with-marks": "정확히 일치, 편집자의 표시가 있음",
  "verdict.exact-with-words": "정확히 일치, 덧붙인 말이 있음",
  "verdict.exact-with-other-origin": "정확히 일치, 출처 표시가 문서와 다름",
  "verdict.exact-with-unconfirmed-origin": "정확히 일치, 출처 표시는 확인되지 않음",
  "verdict.exact-with-unproven-reading": "정확히 일치, 덧붙인 독음이 있음",
  "verdict.exact-message": "이 말은 한 글자도 다르지 않게 그대로 인쇄되어 있습니다.",
  "verdict.exact-with-marks-message":
    "덧붙인 것을 빼면 이 말은 한 글자도 다르지 않게 그대로 인쇄되어 있습니다.",
  "verdict.typography": "같은 말, 다른 표기",
  "verdict.typography-with-marks": "같은 말, 다른 표기, 편집자의 표시가 있음",
  "verdict.typography-with-words": "같은 말, 다른 표기, 덧붙인 말이 있음",
  "verdict.typography-with-other-origin": "같은 말, 다른 표기, 출처 표시가 문서와 다름",
  "verdict.typography-with-unconfirmed-origin": "같은 말, 다른 표기, 출처 표시는 확인되지 않음",
  "verdict.typography-with-unproven-reading": "같은 말, 다른 표기, 덧붙인 독음이 있음",
  "verdict.typography-message": "이 말은 다른 부호나 글자로 인쇄되어 있습니다.",
  "verdict.in-places": "{title}, {places}곳",
  "verdict.in-places-message": "이 말은 {places, number}곳에 글자 그대로 나옵니다.",
  "verdict.in-places-partly-message":
    "이 말은 {places, number}곳에 나오며, 그중 글자 그대로인 곳은 {exactPlaces, plural, =0 {없습니다} other {#곳입니다}}.",
  "verdict.shortened": "줄임",
  "verdict.shortened-by-words": "줄임: {count, plural, other {#단어}}가 빠짐",
  "verdict.shortened-by-heading": "줄임: 제목 하나가 빠짐",
  "verdict.shortened-by-code": "줄임: 코드 블록 하나가 빠짐",
  "verdict.shortened-by-formula": "줄임: 수식 하나가 빠짐",
  "verdict.shortened-by-html": "줄임: HTML 블록 하나가 빠짐",
  "verdict.shortened-by-remark": "줄임: 비고 하나가 빠짐",
  "verdict.shortened-by-table": "줄임: 표 하나가 빠짐",
  "verdict.shortened-by-image": "줄임: 그림 하나가 빠짐",
  "verdict.shortened-by-break": "줄임: 글을 나누는 줄이 빠짐",
  "verdict.shortened-by-label": "줄임: 말하는 이의 이름 표시가 빠짐",
  "verdict.shortened-message": "모든 부분이 한 문서에 이 순서대로 있습니다.",
  "verdict.shortened-at-end-message":
    "이 말은 인쇄되어 있습니다. 줄임표로 빠진 말이 뜻을 바꿀 수 있습니다.",
  "verdict.hidden-speaker": "줄임: 말하는 이가 바뀌는 곳이 빠짐",
  "verdict.hidden-words": "줄임: “{text}”이(가) 빠짐",
  "verdict.hidden-at-end-message":
    "이 말은 인쇄되어 있지만, 앞뒤에서 빠진 말 때문에 뜻이 달라집니다.",
  "verdict.hidden-message":
    "모든 부분이 한 문서에 이 순서대로 있지만, 빠진 말 때문에 뜻이 달라집니다.",
  "verdict.altered-in-places": "{count, plural, other {#곳}}이 바뀜",
  "verdict.altered-message":
    "정확히 이 말이 있는 구절은 없습니다. 가장 비슷한 구절은 아래에 있습니다.",
  "verdict.probably-altered": "바뀐 듯함: {title}",
  "verdict.probably-altered-message":
    "정확히 이 말이 있는 구절은 없습니다. 아래의 구절이 다른 어느 것보다 훨씬 비슷합니다.",
  "verdict.word-changed": "한 단어가 바뀜",
  "verdict.word-added": "한 단어가 더해짐",
  "verdict.word-left-out": "한 단어가 빠짐",
  "verdict.words-changed": "여러 단어가 바뀜",
  "verdict.words-added": "여러 단어가 더해짐",
  "verdict.words-left-out": "여러 단어가 빠짐",
  "verdict.script": "다른 문자 체계의 글자: “{printed}”",
  "verdict.invisible": "보이지 않는 글자가 다름: “{printed}”",
  "verdict.ellipsis-changed": "줄임표가 바뀜",
  "verdict.ellipsis-added": "줄임표가 더해짐",
  "verdict.ellipsis-left-out": "줄임표가 빠짐",
  "verdict.stitched": "이어 붙임",
  "verdict.stitched-message": "각 부분은 이 자료집에 있지만 서로 이어져 있지 않습니다.",
  "verdict.too-many-parts": "비교하기에는 부분이 너무 많음",
  "verdict.too-many-parts-message":
    "이 인용문에는 줄임표가 너무 많고 그 사이의 말이 너무 흔합니다. 한 번에 더 적은 부분을 확인하세요.",
  "verdict.light-parts": "비교하기에는 부분이 너무 짧음",
  "verdict.light-parts-message":
    "각 부분은 이 자료집에 나오지만, 서로 이어진다고 보기에는 너무 짧습니다. 각 부분의 말을 더 길게 인용하세요.",
  "verdict.heading": "제목",
  "verdict.heading-message": "이 말은 이 자료집에서 제목입니다. 구절에 있는 말만 확인합니다.",
  "verdict.note": "편집자의 주석",
  "verdict.note-message":
    "이 말은 이 자료집의 주석이나 연표의 사건에 있고 구절에는 없습니다. 구절에 있는 말만 확인합니다.",
  "verdict.receipt": "증표",
  "verdict.receipt-message":
    "증표에는 비교할 말이 없습니다. `/출처표기 구절:`에 넣으면 그 말이 바뀌지 않았는지 알려 줍니다.",
  "verdict.common": "흔한 표현",
  "verdict.common-message":
    "이 말은{documents, plural, =0 {} =1 {} other { 문서 #건에}}{places, plural, =1 { 한 번} other { #번}} 나옵니다. 너무 짧거나 흔해서 인용문의 출처를 알 수 없습니다.",
  "verdict.none": "이 자료집에 없음",
  "verdict.none-closest":
    "이 말이 있는 구절은 없습니다. 아래의 가장 가까운 구절은 내용이 다릅니다.",
  "verdict.none-message": "이 말이나 비슷한 말이 있는 구절은 없습니다.",
  "verdict.too-few-words": "판단하기에는 단어가 너무 적음",
  "verdict.too-few-words-message":
    "정확히 이 말이 있는 구절은 없습니다. 비슷한 말을 찾기에는 너무 짧거나 흔합니다.",
  "verdict.elsewhere": "같은 말이지만 {origin} 문서가 아님",
  "verdict.and-elsewhere": "{title}, {origin} 문서가 아님",

  // The differences between a quotation and the print
  "change.others": "그 밖에 {count, plural, other {#곳}}이 다릅니다. 아래에 굵게 표시했습니다.",
  "change.ellipsis": "인쇄된 줄임표 “{printed}”이(가) 없습니다.",
  "change.left-out": "“{printed}”이(가) 빠졌습니다.",
  "change.added": "“{quoted}”이(가) 더해졌습니다.",
  "change.changed": "“{printed}”이(가) “{quoted}”(으)로 바뀌었습니다.",
  "change.negation": "부정: {sentence}",
  "change.number": "숫자: {sentence}",
  "change.date": "날짜: {sentence}",
  "change.name": "이름: {sentence}",
  "change.acronym": "약어: {sentence}",
  "change.capital": "단어를 바꾸는 대문자: {sentence}",
  "change.sign": "부호: {sentence}",
  "change.points": "모음 부호: {sentence}",
  "change.accent": "단어를 바꾸는 악센트, 또는 악센트가 없는 자판: {sentence}",
  "change.numerals": "같은 수를 다른 숫자로 적음: {sentence}",
  "change.characters":
    "같은 말을 다른 글자(간체자, 번체자, 옛 글자, 가나)로 쓴 것일 수 있습니다: {sentence}",
  "change.script": "“{printed}”이(가) 다른 문자 체계의 글자로 쓰였습니다: {characters}.",
  "change.invisible": "“{printed}”에서 보이지 않는 글자가 다릅니다.",
  "omission.between": "{before}번째와 {after}번째 부분 사이",
  "omission.at-start": "인용된 말 앞",
  "omission.at-end": "인용된 말 뒤",
  "omission.light-part": "“{part}”은(는) 출처를 알기에 너무 짧아 세지 않았습니다.",
  "omission.unknown": "{where}: 빠진 말이 이 자료집에 없습니다.",
  "omission.nothing": "{where}: 빠진 것이 없습니다.",
  "omission.ellipsis": "{where}: 인쇄된 글에도 있는 줄임표 “{text}”.",
  "omission.words": "{where}: “{text}”이(가) 빠졌습니다.",
  "omission.counted":
    "{where}: {paragraphs, plural, =0 {} other {문단 #개, }}{count, plural, other {#단어}}가 빠졌습니다.",
  "omission.heading": "{where}: 제목 하나가 빠졌습니다.",
  "omission.code": "{where}: 코드 블록 하나가 빠졌습니다.",
  "omission.formula": "{where}: 수식 하나가 빠졌습니다.",
  "omission.html": "{where}: HTML 블록 하나가 빠졌습니다.",
  "omission.remark": "{where}: 비고 하나가 빠졌습니다.",
  "omission.table": "{where}: 표 하나가 빠졌습니다.",
  "omission.image": "{where}: 그림 하나가 빠졌습니다.",
  "omission.break": "{where}: 글을 나누는 줄이 빠졌습니다.",
  "omission.label": "{where}: 말하는 이의 이름 표시가 빠졌습니다.",
  "omission.hidden-negation": "{where}: 부정하는 말 “{text}”이(가) 빠졌습니다.",
  "omission.hidden-contrast": "{where}: 앞의 말을 뒤집는 “{text}”이(가) 빠졌습니다.",
  "omission.hidden-speaker": "{where}: 말하는 이가 {text}(으)로 바뀝니다.",
  "omission.hidden-speaker-unnamed": "{where}: 말하는 이가 바뀝니다.",
  "mark.heading": "말과 함께 인용된 제목: {texts}.",
  "mark.verse-number": "말 앞이나 뒤의 번호: {texts}.",
  "mark.note-number": "주석 번호: {texts}.",
  "mark.page-number": "쪽 번호: {texts}.",
  "mark.sic": "인용한 이의 표시: {texts}.",
  "mark.emphasis": "강조에 관한 설명: {texts}.",
  "mark.attribution": "글쓴이 표시: {texts}.",
  "mark.unknown-origin": "문서에 글쓴이가 없어 맞는지 알 수 없는 출처: {texts}.",
  "mark.unconfirmed-origin":
    "문서로는 맞는지 알 수 없는 글쓴이나 제목, 날짜, 위치를 적은 출처: {texts}.",
  "mark.other-origin": "문서에 없는 글쓴이나 제목, 날짜, 위치를 적은 출처: {texts}.",
  "mark.reading": "글자의 독음: {texts}.",
  "mark.unproven-reading": "문서에 없는 독음: {texts}.",
  "mark.emoji": "이모지: {texts}.",
  "mark.link": "링크: {texts}.",
  "mark.tag": "태그나 멘션: {texts}.",
  "mark.words": "인쇄된 글에 없는 말: {texts}.",
  "typography.difference":
    "{what}: 인용문 {quoted}, 인쇄된 글 {printed}{more, plural, =0 {} other {, 그 밖에 #곳}}.",
  "typography.same-look":
    "{what}: “{text}”이(가) 똑같이 보이는 다른 글자로 인쇄되어 있습니다{more, plural, =0 {} other {, 그 밖에 #곳}}.",
  "typography.nothing": "없음",
  "typography.invisible": "보이지 않는 글자",
  "typography.partly-invisible": "보이지 않는 글자가 있는 “{text}”",
  "typography.space": "띄어쓰기",
  "typography.line-break": "줄바꿈",
  "typography.other-space": "다른 종류의 공백",
  "typography.ellipses": "줄임표",
  "typography.punctuation": "문장 부호",
  "typography.umlauts": "움라우트 등",
  "typography.Serbian scripts": "키릴 문자와 라틴 문자",
  "typography.Unicode forms and ligatures": "유니코드 형태와 합자",
  "typography.accents": "악센트",
  "typography.digits": "숫자",
  "typography.subscripts": "아래 첨자",
  "typography.nasals": "자음 앞의 콧소리",
  "typography.Hebrew points and accents": "히브리어 모음 부호와 악센트",
  "typography.Arabic vowel signs": "아랍어 모음 부호",
  "typography.Syriac vowel signs": "시리아어 모음 부호",
  "typography.forms of Arabic letters": "아랍 글자의 형태",
  "typography.special letters": "특수 문자",
  "typography.invisible characters and soft hyphens": "보이지 않는 글자와 소프트 하이픈",
  "typography.bracketed letters": "괄호로 묶은 글자",
  "typography.capitals": "대소문자",
  "typography.quotation marks and apostrophes": "따옴표와 아포스트로피",
  "typography.HTML entities": "HTML 엔티티",
  "typography.HTML tags": "HTML 태그",
  "typography.hyphenation": "하이픈 넣기",
  "typography.mathematical signs": "수학 기호",
  "typography.dashes": "줄표",
  "typography.spaces and line breaks": "공백과 줄바꿈",

  // Claims about quoted words
  "claim.met": "주장대로 {origin} 문서에 있습니다.",
  "claim.partly-met": "주장대로 {origin} 문서에 있는 것은 그 일부뿐입니다.",
  "claim.elsewhere": "{origin} 문서 가운데 이 말이 있는 것은 없습니다.",
  "claim.nothing-similar": "{origin} 문서 가운데 이만큼 비슷한 말이 있는 것은 없습니다.",
  "claim.unknown": "{origin} 문서인지는 이 자료집으로 알 수 없습니다.",
  "claim.possible-day": "날짜가 {date}인 문서에 있습니다. 며칠인지는 알려져 있지 않습니다.",
  "claim.possible-month": "날짜가 {date}인 문서에 있습니다. 몇 월 며칠인지는 알려져 있지 않습니다.",
  "claim.possible-exact-date":
    "날짜가 {date}인 문서에 있습니다. 정확한 날짜는 알려져 있지 않습니다.",
  "claim.common-met": "{origin} 문서에 있습니다.",
  "claim.common-elsewhere": "{origin} 문서에 있지 않습니다.",
  "claim.common-places":
    "이 가운데 {origin} 문서에 있는 곳은 {count, plural, =0 {없습니다} other {#곳입니다}}.",
  "verification.quoted": "인용된 말",
  "verification.printed": "인쇄된 글: {origin}",
  "verification.receipt": "증표: {receipt}",
  "verification.own-ellipsis": "줄임표 “{text}”은(는) 문서 자체에 있는 것입니다.",
  "verification.set-ellipsis": "줄임표 “{text}”은(는) 이 말을 인쇄한 {work}에서 넣은 것입니다.",
  "verification.scope":
    "{words, plural, other {#단어}}를 문서 {documents, plural, other {#건}}의 구절 {passages, plural, other {#개}}와 단어별로, 이어서 글자별로 비교했습니다.",
  "verification.limit":
    "판정은 말이 어디에 있고 누가 인쇄했는지를 밝힐 뿐, 누가 썼는지를 밝히지는 않습니다.",
  "form.how": "입력 양식을 채우거나, {command} 뒤에 다음 옵션을 붙여 입력하세요: {options}",
  "form.empty": "설정하지 않음",
  "form.intro":
    "빈 줄은 대괄호 안의 값을 그대로 둡니다. `/도움말` 같은 명령어를 입력하면 입력 양식에서 나갑니다.",
  "form.question": "{label}: {description}",
  "form.choices": "다음 중 하나: {values}.",
  "form.when-empty": "`{value}`을(를) 입력하면 비워집니다.",

  // Settings and privacy
  "settings.title": "설정",
  "settings.language": "비공개 답변의 언어",
  "settings.publicLanguage": "공개 답변의 언어",
  "settings.style": "출처 표기 양식",
  "settings.isPrivate": "답변",
  "settings.zone": "시간대",
  "settings.about": "이 채널이 다루는 것",
  "settings.reports": "실패를 알리는 채널",
  "settings.about-all": "자료집 전체",
  "settings.none": "채널 없음",
  "settings.private": "비공개",
  "settings.public": "공개",
  "settings.from-user": "{value} · 내 설정",
  "settings.from-channel": "{value} · 이 채널의 설정",
  "settings.from-server": "{value} · 이 서버의 설정",
  "settings.from-discord": "{value} · Discord의 언어",
  "settings.from-configuration": "{value} · Ibid의 기본값",
  "settings.ignored-user":
    "내 “{setting}” 설정의 값 {value}은(는) 무시됩니다. 여기에 더 이상 없는 값입니다.",
  "settings.ignored-channel":
    "이 채널의 “{setting}” 설정의 값 {value}은(는) 무시됩니다. 여기에 더 이상 없는 값입니다.",
  "settings.ignored-server":
    "이 서버의 “{setting}” 설정의 값 {value}은(는) 무시됩니다. 여기에 더 이상 없는 값입니다.",
  "settings.form-user": "내 설정",
  "settings.form-channel": "이 채널의 설정",
  "settings.form-server": "이 서버의 설정",
  "settings.changed-user": "내 설정을 저장했습니다. 어디에서나 적용됩니다.",
  "settings.changed-channel": "이 채널의 설정을 저장했습니다.",
  "settings.changed-server": "이 서버의 설정을 저장했습니다.",
  "settings.order":
    "내 설정이 먼저 적용되고, 그다음은 채널, 서버, Ibid 운영자의 설정이 차례로 적용됩니다.",
  "settings.how":
    "/설정 변경 대상:나 양식:apa는 내 설정 하나를 바꿉니다. 값을 기본값으로 하면 다음 단계의 설정을 따릅니다.",
  "settings.about-how":
    "범위:에 다른 것을 쓰지 않으면 명령어는 그 부분만 다룹니다. 범위:*는 자료집 전체를 뜻합니다.",
  "privacy.title": "Ibid가 보관하는 내 정보",
  "privacy.user": "Discord의 내 ID",
  "privacy.quotation": "보관함의 인용문 {number}",
  "privacy.schedule": "내가 설정한 일정(내 ID 없이 그대로 남음)",
  "privacy.nothing": "없습니다.",
  "privacy.confirm": "이 모두가 삭제되며 되돌릴 수 없습니다.",
  "privacy.deleted": "보관하던 내 정보를 모두 삭제했습니다.",
  "privacy.never":
    "Ibid는 이름, 메시지, 검색어, 누가 무엇을 읽었는지를 절대 보관하지 않습니다. 직접 설정한 것만 보관합니다.",

  // The tray
  "tray.title": "{count, plural, =0 {보관함이 비어 있습니다} other {내 보관함: 인용문 #개}}",
  "tray.empty":
    "인용문 아래의 “보관”을 누르면 여기에 들어옵니다. 모든 메시지의 메뉴에서 앱 아래에 있는 “인용문 보관”을 눌러도 됩니다.",
  "tray.kept": "{count, plural, other {인용문 #개를 보관함에 넣었습니다.}}",
  "tray.already": "{count, plural, other {#개는 이미 있었습니다.}}",
  "tray.missing":
    "{count, plural, other {인용문 #개는 인용된 그대로 이 자료집에 있지 않아 보관할 수 없습니다.}}",
  "tray.left": "인용문 {count, plural, other {#개}}는 살펴보지 않았습니다. 하나씩 보관하세요.",
  "tray.removed": "인용문을 보관함에서 뺐습니다.",
  "tray.emptied": "{count, plural, other {인용문 #개를 뺐습니다.}}",
  "tray.to-empty":
    "{count, plural, other {인용문 #개}}를 보관함에서 빼며, 그 뒤에는 되돌릴 수 없습니다. “Markdown”으로 먼저 사본을 받을 수 있습니다.",
  "tray.how":
    "/보관함 번째:3 자리:1은 세 번째 인용문을 맨 위로 옮기고, /보관함 빼기:3은 그것을 뺍니다.",
  "tray.file": "모두 {name}에 {style} 출처 표기와 함께 있습니다.",
  "tray.entry": "보관함의 인용문 {of}개 중 {number}번째",
  "tray.change-kept": "이제 보관함에 있습니다. 보관함은 나만 볼 수 있습니다.",
  "tray.change-already-kept": "이미 보관함에 있습니다.",
  "tray.change-moved": "이 자리로 옮겼습니다.",
  "tray.words-moved": "이 말은 {address}에서 보관한 뒤에 옮겨졌습니다.",
  "tray.words-changed":
    "{address}에서 보관한 말이 바뀌었습니다. 말의 해시만 보관하므로 보여 줄 수 없습니다.",
  "tray.words-gone":
    "{address}에서 보관한 말이 더 이상 이 자료집에 없습니다. 말의 해시만 보관하므로 보여 줄 수 없습니다.",
  "tray.present": "지금 그 자리에 있는 말",
  "tray.file-title": "인용문",
  "tray.file-sources": "출처",
  "keepable.title":
    "{count, plural, =1 {인용문 #개} other {인용문 #개. 어느 것을 보관하시겠습니까?}}",
  "keepable.kept": "이미 보관함에 있습니다.",

  // Notices
  "notice.unknown-command": "`/{typed}`(이)라는 명령어는 없습니다.",
  "notice.unknown-command-of": "“{typed}”(이)라는 명령어는 없습니다. 명령어는 {commands}입니다.",
  "notice.unknown-option": "`/{command}`에는 `{option}` 옵션이 없습니다. 옵션은 {options}입니다.",
  "notice.unknown-option-closest":
    "`/{command}`에는 `{option}` 옵션이 없습니다. 혹시 `{closest}`입니까?",
  "notice.invalid-value": "`{option}`에 쓸 수 있는 값: {expected}.",
  "notice.missing-value": "`{option}`이(가) 빠졌습니다. 쓸 수 있는 값: {expected}.",
  "notice.unknown-person":
    "이 자료집에 “{typed}”(이)라는 인물은 없습니다. `/인물`에 목록이 있습니다.",
  "notice.unknown-person-closest":
    "이 자료집에 “{typed}”(이)라는 인물은 없습니다. 혹시 {closest}입니까?",
  "notice.unknown-scope":
    "이 자료집에 “{typed}”(이)라는 저작, 폴더, 문서는 없습니다. 입력하는 동안 자동 완성이 목록을 보여 줍니다.",
  "notice.unknown-scope-closest":
    "이 자료집에 “{typed}”(이)라는 저작, 폴더, 문서는 없습니다. 가장 가까운 것은 “{closest}”입니다.",
  "notice.unknown-topic":
    "이 자료집에 “{typed}”(이)라는 주제는 없습니다. `/주제`에 목록이 있습니다.",
  "notice.unknown-topic-closest":
    "이 자료집에 “{typed}”(이)라는 주제는 없습니다. 혹시 {closest}입니까?",
  "notice.unknown-plan":
    "이 자료집에 “{typed}”(이)라는 계획, 문서, 주제는 없습니다. 입력하는 동안 자동 완성이 목록을 보여 줍니다.",
  "notice.unknown-plan-closest":
    "이 자료집에 “{typed}”(이)라는 계획, 문서, 주제는 없습니다. 혹시 {closest}입니까?",
  "notice.several-names": "“{typed}”은(는) {names}일 수 있습니다. 어느 것입니까?",
  "notice.unknown-style": "“{typed}”(이)라는 양식은 없습니다. 양식은 {styles}입니다.",
  "notice.several-documents":
    "“{typed}”에 해당하는 문서가 {count, plural, other {#건}} 있습니다. 어느 것입니까?",
  "notice.date-for-person":
    "“{typed}”은(는) 날짜이지만 이 옵션에는 인물의 이름이 필요합니다. 날짜를 쓰는 곳은 {names}입니다: `{option}:{typed}`.",
  "notice.person-for-date":
    "“{typed}”은(는) 인물이지만 이 옵션에는 2019-08-05나 2019-08 같은 날짜가 필요합니다. 인물을 쓰는 곳은 {names}입니다: `{option}:{typed}`.",
  "notice.unreadable-date": "Ibid는 “{typed}”을(를) 날짜로 읽을 수 없습니다.",
  "notice.no-such-date": "“{typed}”은(는) 날도 달도 해도 아닙니다.",
  "notice.year-unclear": "“{typed}”에는 네 자리 연도가 필요합니다.",
  "notice.how-to-write-a-date": "날짜는 2019-08-05, 2019년 8월 5일, 2019년 8월, 2019처럼 쓰세요.",
  "notice.year-missing":
    "“{typed}”은(는) 해마다 있는 날짜입니다. 2019년 8월 5일처럼 연도를 덧붙이세요.",
  "notice.ambiguous-date":
    "“{typed}”은(는) 두 가지로 읽을 수 있습니다: 날이 앞이면 {dayFirst}, 달이 앞이면 {monthFirst}. 어느 것입니까?",
  "notice.neither-date-nor-title":
    "“{typed}”은(는) Ibid가 읽을 수 있는 날짜도, 문서의 제목도 아닙니다.",
  "notice.neither-date-nor-title-closest":
    "“{typed}”은(는) Ibid가 읽을 수 있는 날짜도, 문서의 제목도 아닙니다. 혹시 “{closest}”입니까?",
  "notice.none-dated":
    "{count, plural, =1 {찾아본 문서 1건의 날짜는 {date}이(가) 아닙니다.} other {찾아본 문서 #건 가운데 날짜가 {date}인 것은 없습니다.}}",
  "notice.undated-documents":
    "날짜를 알 수 없는 문서가 {count, plural, other {#건}} 있습니다. `날짜:미상`으로 찾으세요.",
  "notice.timeline-lists": "`/연표`에 모두 순서대로 나옵니다.",
  "notice.nearest": "가장 가까운 결과:",
  "notice.nothing-near": "가까운 것이 없습니다. 무엇이 있는지는 `/{command}`에 나옵니다.",
  "notice.no-such-address":
    "“{typed}”(이)라는 주소의 구절은 없습니다. 주소는 {example}처럼 생겼습니다.",
  "notice.no-such-address-closest":
    "“{typed}”(이)라는 주소의 구절은 없습니다. 혹시 {closest}입니까?",
  "notice.no-address-at-all":
    "“{typed}”(이)라는 주소의 구절은 없습니다. 이 자료집에는 인용할 수 있는 구절이 없습니다. 문서의 내용은 `/검색`으로 찾을 수 있습니다.",
  "notice.no-such-passage":
    "“{typed}”은(는) 구절의 주소가 아닙니다. {name}에는 {first}부터 {last}까지 있습니다.",
  "notice.no-such-passage-but-one":
    "“{typed}”은(는) 구절의 주소가 아닙니다. {name}에는 {first}만 있습니다.",
  "notice.document-without-passages":
    "“{typed}”은(는) 구절의 주소가 아닙니다. {name}에는 인용할 수 있는 구절이 없으며, 다른 이들이 전하는 내용만 알려져 있습니다.",
  "notice.receipt-words-gone": "이 증표의 말을 그 문서의 다른 곳에서 찾지 못했습니다.",
  "notice.receipt-moved": "이 증표의 말은 {address}(으)로 옮겨졌습니다.",
  "notice.receipt-broken":
    "이 증표의 말은 더 이상 {address}에 없습니다. `/출처표기`에 지금 있는 말이 나옵니다.",
  "notice.receipt-in-note":
    "이 증표의 말은 이제 {address}의 주석에 있습니다. 주석은 인용되지 않으며, `/검색`으로 찾을 수 있습니다.",
  "notice.nothing-anything": "이 자료집에서 찾지 못했습니다: {criteria}.",
  "notice.nothing-passage": "이 자료집에 그런 구절이 없습니다: {criteria}.",
  "notice.nothing-document": "이 자료집에 그런 문서가 없습니다: {criteria}.",
  "notice.nothing-timeline-entry": "연표에 그런 항목이 없습니다: {criteria}.",
  "notice.period-reversed": "이 기간은 시작하기 전에 끝납니다.",
  "notice.searched-all":
    "찾아본 범위: 자료집 전체, 문서 {documents, plural, other {#건}}과 {content}.",
  "notice.searched-part":
    "찾아본 범위: 문서 {all, plural, other {#건}} 중 {documents, number}건, {content}.",
  "notice.no-people": "이 자료집에는 인물이 없습니다. 문서의 내용은 `/검색`으로 찾을 수 있습니다.",
  "notice.no-dates":
    "이 자료집에는 날짜가 있는 것이 없어 연표가 없습니다. 문서의 내용은 `/검색`으로 찾을 수 있습니다.",
  "notice.no-plans":
    "이 자료집에는 계획이 없습니다. 편집자가 plans.yaml에 쓸 수 있으며, 문서나 주제도 계획이 됩니다: `계획:`에 그 제목을 쓰세요.",
  "notice.no-topics": "이 자료집에는 주제가 없습니다. 문서의 내용은 `/검색`으로 찾을 수 있습니다.",
  "notice.failed-log":
    "Ibid에 문제가 생겼습니다. 사용자의 잘못이 아닙니다. 운영자는 로그에서 {reference}(으)로 이 오류를 찾을 수 있습니다.",
  "notice.failed-standard-error":
    "Ibid에 문제가 생겼습니다. 사용자의 잘못이 아닙니다. 오류는 표준 오류에 나옵니다.",
  "notice.not-ready": "자료집을 아직 읽고 있습니다. 잠시 후 다시 질문하세요.",
  "notice.busy": "답을 기다리는 질문이 너무 많습니다. 잠시 후 다시 질문하세요.",
  "notice.malformed-interaction":
    "Discord가 Ibid가 읽을 수 없는 질문을 보냈습니다. 잠시 후 다시 질문하세요.",
  "notice.not-offered":
    "이 버전의 Ibid에는 그 명령어가 없습니다. `/도움말`에 명령어 목록이 있습니다.",
  "notice.outdated-button":
    "이 버튼은 다른 버전의 Ibid가 만든 것이라 더 이상 작동하지 않습니다. 대신 명령어를 쓰세요. `/도움말`에 모두 나옵니다.",
  "notice.message-without-text":
    "이 메시지에는 글이 없어 확인할 것이 없습니다. 글이 있는 메시지를 고르세요.",
  "notice.no-number-offered":
    "아직 번호로 고를 것이 없습니다. 명령어로 질문하세요. `/도움말`에 목록이 있습니다.",
  "notice.no-such-entry":
    "{count, plural, =0 {“{typed}”은(는) 보관함에 없습니다. 보관함이 비어 있습니다.} other {“{typed}”은(는) 보관함에 없습니다. 보관함에는 인용문 #개가 있습니다.}} `/보관함`에 나옵니다.",
  "notice.tray-full":
    "보관함이 가득 찼습니다. 인용문 {max, number}개까지 넣을 수 있습니다. 더 보관하려면 하나를 빼세요. `/보관함`에 모두 나옵니다.",
  "notice.tray-nearly-full":
    "보관함에는 인용문 {max, number}개까지 넣을 수 있고, 이제 {room, number}개가 더 들어갑니다. 한 번에 더 적게 보관하거나 몇 개를 빼세요. `/보관함`에 모두 나옵니다.",
  "notice.none-to-keep":
    "이 인용문 {count, number}개 가운데 인용된 그대로 이 자료집에 있는 것이 없어 보관할 것이 없습니다. 무엇이 다른지는 `/검증`에 나옵니다.",
  "notice.nothing-to-keep-no-passages":
    "이 문서에는 인용할 수 있는 말이 없어 보관할 것이 없습니다. 다른 문서를 고르세요.",
  "notice.nothing-to-keep-altered":
    "정확히 이 말이 있는 구절이 없어 보관할 것이 없습니다. 무엇이 다른지는 `/검증`에 나옵니다.",
  "notice.nothing-to-keep-stitched":
    "이 말은 이 자료집에 있지만 서로 이어져 있지 않습니다. 각 부분을 하나씩 보관하세요.",
  "notice.nothing-to-keep-common":
    "이 말은 너무 짧거나 흔해서 한 곳을 찾을 수 없습니다. 더 긴 인용문을 보관하세요.",
  "notice.nothing-to-keep-unjudged":
    "이 말이 있는 한 곳을 찾을 수 없어 보관할 것이 없습니다. 이유는 `/검증`에 나옵니다.",
  "notice.nothing-to-keep-none":
    "이 말은 이 자료집에 없어 보관할 것이 없습니다. 비슷한 말은 `/검색`으로 찾을 수 있습니다.",
  "notice.unknown-zone":
    "“{typed}”은(는) 시간대가 아닙니다. Asia/Seoul처럼 영어로 된 지역과 도시의 이름을 쓰세요.",
  "notice.no-user":
    "Discord가 사용자를 알려 주지 않아 아무것도 보관할 수 없습니다. 잠시 후 다시 시도하세요.",
  "notice.no-server":
    "여기에는 서버가 없어 서버나 채널의 설정도, 일정도 없습니다. 내 설정은 `대상:나`로 어디에서나 바꿀 수 있습니다.",
  "notice.not-allowed":
    "서버와 채널의 설정은 서버를 관리할 수 있거나 서버가 이 명령어에 지정한 구성원만 바꿀 수 있습니다. `대상:나`로는 내 설정을 바꿀 수 있습니다.",
  "notice.setting-of-channel":
    "`{option}`은(는) 채널의 설정입니다. `대상:채널`로 지금 있는 채널의 설정을 바꿉니다.",
  "notice.setting-of-server": "`{option}`은(는) 서버의 설정입니다. `대상:서버`로 바꿉니다.",
  "notice.changed-meanwhile":
    "입력 양식을 연 뒤에 다른 사람이 이것을 바꾸어 아무것도 바꾸지 않았습니다. 지금의 값을 살펴보거나, 입력 양식에서 내 값을 저장하세요.",
  "notice.number-not-offered": "마지막 답변에서 고를 수 있는 번호는 1부터 {offered}까지입니다.",
  "criteria.person": "{person}이(가) 썼거나 받았거나 언급된",
  "criteria.from": "{person}이(가) 쓴",
  "criteria.to": "{person}에게 보낸",
  "criteria.topic": "{topic}에 관한",
  "criteria.in": "{scope}에 있는",
  "criteria.dated": "날짜가 {period}인",
  "criteria.matches": "{query}에 해당하는 것",
  "criteria.is": "{properties} 것",
  "criteria.both": "{is} 가운데 {matches}",
  "criteria.none": "보여 줄 수 있는 것",
  "criteria.two": "{first}, {second}",
  "criteria.more": "{first}, {rest}",
  "sought.called": "이름이 {name}인",
  "sought.dated": "날짜가 {date}인",
  "sought.undated": "날짜 미상인",
  "sought.numbered": "번호가 {number}인",

  // Folders and files
  "problem.no-folder": "그런 폴더가 없습니다.",
  "remedy.no-folder": "`IBID_CORPUS`를 문서가 있는 폴더로 설정하세요.",
  "problem.misnamed-table": "이 표는 이 이름으로는 읽지 않습니다.",
  "remedy.misnamed-table": "이름을 `{name}`(으)로 바꾸세요.",
  "problem.not-a-file": "이것은 파일이 아닙니다.",
  "remedy.not-a-file": "`.md`로 끝나지 않는 이름을 붙이세요.",
  "problem.too-large": "파일이 {bytes, number}바이트인데, Ibid는 4 MiB까지 읽습니다.",
  "remedy.too-large": "여러 문서로 나누세요.",
  "problem.link-to-folder": "이것은 폴더를 가리키는 링크이며, Ibid는 이를 따라가지 않습니다.",
  "remedy.link-to-folder": "폴더 자체를 여기에 두세요.",
  "problem.link-leads-out": "이 링크는 자료집 폴더의 밖을 가리키거나, 가리키는 것이 없습니다.",
  "remedy.link-leads-out": "파일 자체를 여기에 두세요.",
  "problem.no-permission": "Ibid에 이것을 읽을 권한이 없습니다.",
  "remedy.no-permission": "읽기 권한을 주거나 자료집 폴더 밖으로 옮기세요.",
  "problem.name-not-text": "이 파일의 이름이 UTF-8이 아니어서 열 수 없습니다.",
  "remedy.name-not-text": "이름을 바꾸세요.",
  "problem.vanished": "자료집을 읽는 동안 삭제되었습니다.",
  "remedy.vanished": "자료집에 속하면 되돌려 놓고, 아니면 자료집을 다시 읽으세요.",
  "problem.system-error": "시스템이 이것을 읽을 수 없습니다({code}).",
  "remedy.system-error": "디스크와 프로세스의 한도를 확인한 다음 자료집을 다시 읽으세요.",
  "problem.no-document": "자료집에 문서가 없습니다.",
  "remedy.no-document":
    "폴더에 Markdown 파일(`.md`)을 하나 이상 두거나, 다른 형식의 파일에 `npm run corpus -- import`를 실행하세요.",
  "problem.id-taken": "ID `{id}`은(는) 이미 {owner}에서 쓰고 있습니다.",
  "remedy.id-taken": "둘 중 하나의 프런트 매터에 다른 `id:`를 쓰세요.",
  "problem.not-utf8": "이 줄은 UTF-8 텍스트가 아닙니다.",
  "remedy.not-utf8":
    "파일을 UTF-8로 저장하거나, 변환해 주는 `npm run corpus -- import`를 실행하세요.",
  "problem.nested-too-deeply": "여기에서 인용문, 목록 또는 강조가 너무 깊이 겹쳐 있습니다.",
  "remedy.nested-too-deeply": "겹친 단계를 줄이세요.",
  "problem.open-front-matter": "여기에서 시작하는 프런트 매터에 끝이 없습니다.",
  "remedy.open-front-matter": "`---`만 있는 줄로 닫으세요.",
  "advice.no-family-name":
    "people.yaml의 “{name}”에 성이 없어, 단체처럼 전체 이름으로 출처를 표기합니다.",
  "remedy.no-family-name":
    "people.yaml의 “{name}” 아래에 `family:`를 쓰세요. 성을 쓰고, 단체라면 전체 이름을 씁니다.",

  // Bodies
  "advice.text-ended": "제목 “{heading}”이(가) `## Text`를 끝내므로 그 뒤는 모두 주석입니다.",
  "remedy.text-ended": "본문에 속하면 그 앞에 `###`을 쓰세요.",
  "problem.unattributed-quote": "이 인용 블록에는 인쇄한 출처가 적혀 있지 않습니다.",
  "remedy.unattributed-quote": "{example} 같은 줄로 끝내세요.",
  "problem.empty-quote": "이 인용 블록에는 출처가 있지만 인용한 것이 없습니다.",
  "remedy.empty-quote": "인용한 말을 이 줄 위에 쓰세요.",

  // YAML
  "yaml.second-document": "여기에서 두 번째 문서가 시작됩니다",
  "yaml.key-not-a-name": "목록이나 매핑은 키가 될 수 없습니다",
  "yaml.nested-too-deeply": "값이 너무 깊이 겹쳐 있습니다",
  "problem.yaml": "YAML을 읽을 수 없습니다: {reason}.",
  "yaml.repeated-key": "같은 매핑에 키가 두 번 나옵니다",
  "problem.reserved-key": "`{key}`은(는) 키가 될 수 없습니다.",
  "remedy.reserved-key": "다른 이름을 고르세요.",
  "problem.half-character": "여기의 이스케이프가 글자의 반쪽이나 0바이트를 나타냅니다.",
  "remedy.half-character": "글자 자체를 쓰세요.",
  "problem.alias-in-itself": "`*{alias}`이(가) 자기가 가리키는 것 안에 있습니다.",
  "problem.aliases": "이 YAML의 별칭을 풀 수 없거나, 풀면 쓰인 것보다 훨씬 커집니다.",
  "remedy.yaml": "줄을 고치거나 값을 따옴표로 묶으세요.",
  "remedy.aliases": "`&`와 `*` 대신 값을 그대로 쓰세요.",
  "expected.mapping": "이름과 값의 매핑",
  "remedy.unknown-key-closest": "`{closest}`(으)로 쓰거나 줄을 지우세요.",
  "remedy.unknown-key": "철자를 고치거나 줄을 지우세요.",
  "problem.missing-key": "`{key}`이(가) 없습니다.",
  "remedy.missing-key": "더하세요.",
  "remedy.invalid-value": "고치거나 빼세요.",

  // The values of keys, to complete “`key` should be …”
  "expected.texts": "글 또는 목록",
  "expected.date": "실제로 있는 EDTF 날짜: 2019-08-05, 2018-09, 2018-09~(무렵)",
  "expected.date-nearest":
    "EDTF 날짜. 이 날짜는 EDTF로 나타낼 수 없고, 가장 가까운 것은 {nearest}입니다",
  "expected.language": "en, ko, zh-Hant 같은 언어 태그",
  "expected.flag": "true 또는 false",
  "expected.url": "http://나 https://로 시작하는 주소",
  "expected.type": "personal_communication, book, webpage 같은 CSL 항목 유형",
  "expected.id": "a-z, 0-9, -로 된 1~48자",
  "expected.body": "text 또는 notes",
  "expected.names": "`family`와 `given`이 있는 이름의 목록",
  "expected.sources": "`sources.yaml`의 출처가 하나 이상 있는 목록",
  "expected.events": "사건의 목록",
  "expected.steps": "단계가 하나 이상 있는 목록",
  "expected.dates": "날짜 또는 날짜의 목록",

  // Tables and what documents name
  "problem.not-the-family-name": "“{name}”은(는) 성 “{family}”(으)로 시작하지도 끝나지도 않습니다.",
  "remedy.not-the-family-name": "성을 이름에 쓰인 대로 쓰세요.",
  "problem.shared-label": "“{label}”은(는) `{id}`의 이름이기도 하고 {owner}의 이름이기도 합니다.",
  "remedy.shared-label": "입력한 사람이 한 가지 답을 얻도록 둘 중 하나에서 지우세요.",
  "problem.circular-topic": "`{id}`이(가) 자기 자신의 상위 주제입니다.",
  "remedy.circular-topic": "`broader`에서 자기 자신으로 돌아오는 단계 하나를 지우세요.",
  "problem.too-many-broader": "`{id}` 위의 주제가 {limit}개를 넘습니다.",
  "remedy.too-many-broader":
    "`broader`에서 그 사이의 단계를 지우거나, 그 주제로 돌아오는 단계를 지우세요.",
  "remedy.unknown-name": "`{file}`에 더하거나 이름을 고치세요.",
  "remedy.unknown-name-closest": "그 뜻이라면 `{closest}`(으)로 쓰고, 아니면 `{file}`에 더하세요.",
  "problem.unknown-address": "구절이나 문서 `{name}`이(가) 없습니다.",
  "remedy.unknown-address": "구절의 주소나 문서의 ID를 쓰세요.",
  "remedy.unknown-address-closest": "그 뜻이라면 `{closest}`(으)로 쓰세요.",
  "remedy.ambiguous-address": "이 이름의 파일이 여럿입니다. 뜻하는 것을 쓰세요: {names}.",
  "problem.empty-step": "이 단계에는 읽을 것이 없습니다.",
  "remedy.empty-step": "주소나 문서의 ID를 적은 `read:`나 `topics:`를 더하세요.",
  "problem.step-not-a-day": "단계의 날짜는 하루여야 합니다.",
  "problem.step-without-date": "이 계획의 다른 단계에는 날짜가 있는데 이 단계에는 없습니다.",
  "problem.step-out-of-order": "이 단계의 날짜가 앞 단계의 날짜보다 이릅니다.",
  "remedy.step-dates": "모든 단계에 순서대로 날짜를 쓰거나, 어느 단계에도 쓰지 마세요.",

  // Limits of the thread that reads files
  "problem.too-slow": "파일 하나에 허용된 것보다 읽는 데 오래 걸립니다.",
  "problem.too-much-memory": "쓸 수 있는 것보다 읽는 데 메모리가 더 많이 듭니다.",
  "remedy.too-slow": "나누거나, 끝없이 되풀이되거나 겹친 Markdown 기호가 있는지 살펴보세요.",
  "problem.unknown-key": "`{key}`은(는) 여기에서 Ibid가 아는 키가 아닙니다.",
  "problem.unknown-key-closest":
    "`{key}`은(는) 여기에서 Ibid가 아는 키가 아닙니다. 가장 가까운 것은 `{closest}`입니다.",
  "problem.invalid-value": "`{key}`에 쓸 수 있는 값: {expected}.",
  "problem.invalid-yaml": "YAML에 쓸 수 있는 값: {expected}.",
  "advice.unknown-key": "`{key}`은(는) Ibid가 아는 키가 아닙니다.",
  "remedy.unknown-front-matter": "답변에는 나오지 않습니다.",
  "advice.unknown-keys":
    "`{of}`은(는) Ibid가 아는 키가 아니며 {files, plural, other {파일 #개}}에 있습니다.",
  "advice.foreign-keys":
    "{files, plural, other {파일 #개}}에 있는 {count, plural, other {키 #개}}는 `{example}`처럼 다른 프로그램을 위한 것입니다.",
  "advice.foreign-values":
    "{files, plural, other {파일 #개}}의 `{of}`에 Ibid가 모르는 값이 {count, plural, other {#개}} 있습니다.",
  "remedy.foreign-value": "답변에는 나오지 않습니다.",
  "remedy.template": "이것은 서식이므로 답변에 그 프런트 매터가 나오지 않습니다.",
  "advice.no-source-id": "“{source}”은(는) 출처의 ID가 아닙니다.",
  "remedy.no-source-id":
    "출처를 `sources.yaml`에 더하고 그 ID를 여기에 쓰세요. 답변에는 나오지 않습니다.",
  "advice.tables":
    "{files, plural, other {파일 #개}}에 있는 {count, plural, other {표 #개}}는 문단이 아니므로 인용할 수 없습니다.",
  "advice.blocks-of-code":
    "{files, plural, other {파일 #개}}에 있는 {count, plural, other {코드 블록 #개}}는 문단이 아니므로 인용할 수 없습니다.",
  "advice.blocks-of-html":
    "{files, plural, other {파일 #개}}에 있는 {count, plural, other {HTML 블록 #개}}는 문단이 아니므로 인용할 수 없습니다.",
  "advice.printed-notes":
    "{files, plural, other {파일 #개}}에 있는 {count, plural, other {문단 #개}}는 본문의 단어 뒤에 있는 표시로 시작하므로 주석입니다. 주석은 검색되지만 인용되지 않습니다.",
  "advice.printed-note":
    "“{words}”은(는) 본문의 단어 뒤에 있는 표시로 시작하므로 주석입니다. 주석은 검색되지만 인용되지 않습니다.",
  "remedy.printed-note":
    "주석이면 그대로 두면 됩니다. 아니면 번호나 기호를 지우거나 다른 것으로 쓰세요.",
  "advice.table": "표는 문단이 아니므로 인용되지도 검색되지도 않습니다.",
  "remedy.table": "그 말이 중요하면 각 행을 문단으로 쓰세요.",
  "advice.code": "코드 블록은 문단이 아니므로 인용되지도 검색되지도 않습니다.",
  "advice.html": "HTML 블록은 문단이 아니므로 인용되지도 검색되지도 않습니다.",
  "remedy.code": "그 말이 중요하면 들여쓰기, 울타리, 태그 없이 쓰세요.",
  "problem.unknown-source": "출처 `{name}`이(가) 없습니다.",
  "problem.unknown-topic": "주제 `{name}`이(가) 없습니다.",
  "problem.unknown-person": "`{name}`(이)라는 인물이 없습니다.",
  "problem.line": "{path}:{line}: {problem} {remedy}",

  // Citation styles
  "style.unreadable": "읽을 수 있는 CSL 양식이 아닙니다.",
  "style.unreadable-remedy": "새 사본을 받거나 폴더에서 빼세요.",
  "style.dependent": "이 양식은 다른 양식을 가리키기만 하며 그 규칙을 함께 씁니다.",
  "style.dependent-remedy": "그 양식의 파일을 여기에 두세요.",
  "style.no-citation": "이 양식에는 저작의 출처를 표기하는 방법이 없습니다.",
  "style.untypable": "양식의 이름은 파일의 이름인데, 이 이름은 입력할 수 없습니다.",
  "style.untypable-remedy": "파일의 이름을 소문자, 숫자, 점, 하이픈으로 40자까지로 바꾸세요.",
  "style.name-taken": "Ibid의 형식 가운데 이 이름을 쓰는 것이 있습니다.",
  "style.name-taken-remedy": "파일의 이름을 바꾸세요.",
  "style.language": "이 양식은 `{tag}` 언어로 되어 있는데, Ibid에는 그 언어의 용어가 없습니다.",
  "style.language-remedy": '첫 요소에 `default-locale="en-US"`를 쓰거나 폴더에서 빼세요.',
  "style.missing-macro": "이 양식은 정의하지 않은 매크로 `{name}`을(를) 씁니다.",
  "style.missing-macro-remedy": "매크로를 더하거나 양식의 새 사본을 받으세요.",
  "style.missing": "이 파일이 없거나 Ibid에 읽을 권한이 없습니다.",
  "style.missing-remedy": "파일을 되돌려 놓거나 읽기 권한을 주세요.",

  // Files
  "input.same-file": "{path}과(와) 같은 파일입니다.",
  "input.not-a-file": "파일도 폴더도 아닙니다.",
  "input.unknown-kind": "이런 종류의 파일은 가져오지 않습니다.",
  "input.in-corpus": "이미 자료집에 있는 문서입니다.",
  "input.link-to-folder":
    "폴더를 가리키는 링크이며, Ibid는 이를 따라가지 않습니다. 폴더 자체를 적으세요.",
  "input.gone": "더 이상 파일이 아닙니다.",
  "input.changing": "읽는 동안 파일이 바뀌었습니다. 다 만들어진 뒤에 가져오세요.",
  "input.missing": "그런 파일이나 폴더가 없습니다.",
  "input.no-permission": "Ibid에 이것을 읽을 권한이 없습니다. 읽기 권한을 주세요.",
  "input.circular-link": "이 링크는 제자리로 돌아옵니다.",
  "input.long-name": "파일 이름으로 쓰기에는 너무 깁니다.",
  "input.unreadable": "읽을 수 없습니다({reason}).",
  "input.too-large": "이 파일은 {mebibytes} MiB보다 큽니다. 나누어서 각 부분을 가져오세요.",
  "input.empty": "빈 파일입니다. 다시 저장하고 새 파일을 가져오세요.",
  "input.wrong-format": "이름과 달리 {format}이(가) 아닙니다. 다시 저장하고 새 파일을 가져오세요.",
  "input.archive": "파일의 압축본입니다. 압축을 풀고 그 안의 파일을 가져오세요.",
  "input.unsupported":
    "Ibid가 읽지 않는 {format}입니다. {remedy} 파일로 저장하고 그것을 가져오세요.",
  "format.old-office": "옛 Office 문서",
  "format.workbook": "통합 문서",
  "format.presentation": "프레젠테이션",
  "format.open-document": "OpenDocument",
  "format.rich-text": "서식 있는 텍스트(RTF)",
  "reading.stopped": "가져오기가 멈추어 이 파일은 읽지 않았습니다.",
  "reading.too-slow":
    "이 파일은 읽는 데 1분이 넘게 걸립니다. 나누어 가져오고, 일반 텍스트가 아니면 먼저 일반 텍스트로 저장하세요.",
  "reading.too-much-memory":
    "이 파일은 읽는 데 메모리가 너무 많이 듭니다. 나누어 가져오고, 일반 텍스트가 아니면 먼저 일반 텍스트로 저장하세요.",
  "reading.crashed":
    "읽는 프로그램이 멈추어 이 파일을 읽을 수 없습니다. 나누거나 일반 텍스트로 저장하고 그것을 가져오세요.",
  "reading.damaged":
    "손상되었거나 보이는 것과 다른 파일이라 읽을 수 없습니다. 일반 텍스트로 저장하고 그것을 가져오세요.",
  "convert.wordless": "인용할 말이 없습니다.",
  "convert.wordless-file": "이 파일에는 인용할 말이 없습니다. 인용할 말이 있는 파일을 가져오세요.",

  // Archives and encodings
  "archive.damaged":
    "이 파일은 풀 수 없는 압축본입니다. 잘렸거나 손상되었습니다. 다시 저장하고 새 파일을 가져오세요.",
  "archive.entries":
    "이 압축본에는 항목이 10,000개를 넘어 너무 많습니다. 나누거나 텍스트로 저장하세요.",
  "archive.path": "이 압축본에는 밖을 가리키는 경로가 있습니다. 다시 만드세요.",
  "archive.twice": "이 압축본에는 이름이 같은 파일이 둘 있습니다. 다시 만드세요.",
  "archive.encrypted": "이 파일은 암호화되어 있습니다. 비밀번호 없이 저장하고 그것을 가져오세요.",
  "archive.overlap": "이 압축본의 파일들이 서로 겹칩니다. 다시 만드세요.",
  "archive.large-entry":
    "이 압축본에는 64 MiB를 넘는 파일이 있어 너무 큽니다. 나누거나 텍스트로 저장하세요.",
  "archive.large": "이 압축본은 풀면 256 MiB를 넘어 너무 큽니다. 나누거나 텍스트로 저장하세요.",
  "encoding.unmarked": "바이트 순서 표시는 없지만 {encoding}(으)로 읽었습니다.",
  "encoding.guessed":
    "파일의 글자에 비추어 {encoding}(으)로 읽었습니다. 틀렸다면 `--encoding`으로 다른 인코딩을 지정하세요.",
  "encoding.twice":
    "어떤 프로그램이 이 UTF-8을 “café”가 “cafÃ©”로 보이듯 한 번 더 인코딩했습니다. 이를 되돌려 읽었습니다.",
  "encoding.not-text":
    "텍스트가 아니거나 인코딩을 알 수 없습니다. `--encoding`으로 지정하거나 UTF-8로 저장하세요.",
  "encoding.invalid":
    "{places, plural, other {#곳}}을 {encoding}(으)로 읽을 수 없어 이제 “�”가 있습니다.",
  "encoding.control":
    "{count, plural, =1 {제어 문자 #개를 뺐습니다. “{before}” 뒤에 있었습니다.} other {제어 문자 #개를 뺐습니다. 첫 번째는 “{before}” 뒤에 있었습니다.}}",

  // Remarks on several formats
  "remark.imprint": "간행 정보와 저작권 표시를 뺐습니다: “{words}”.",
  "remark.contents": "차례를 뺐습니다({entries, plural, other {항목 #개}}).",
  "remark.index": "찾아보기를 뺐습니다({entries, plural, other {항목 #개}}).",
  "remark.hyphens-removed": "줄 끝의 하이픈을 없앴습니다({count, number}): {examples}.",
  "remark.hyphens-kept": "줄 끝의 하이픈을 단어의 일부로 두었습니다({count, number}): {examples}.",
  "remark.guessed-words":
    "줄이 단어 중간에서 끝납니다. 다음 단어를 띄어 쓰지 않는다는 것은 추측입니다({count, number}): {examples}.",
  "remark.lost-words":
    "읽을 수 없는 단어를 뺐습니다({count, number}): {words}{more, plural, =0 {} other {, …}}.",
  "remark.captions": "{count, plural, other {그림 #개}}를 설명과 함께 본문에서 뺐습니다.",
  "remark.notes": "주석({count, number})은 문서의 주석이 되며 인용되지 않습니다.",
  "remark.formulas": "{count, plural, other {수식 #개}}를 한 줄로 썼습니다.",
  "remark.readings": "글자 위의 {count, plural, other {독음 #개}}를 뺐습니다.",
  "remark.tables": "{count, plural, other {데이터 표 #개}}는 보이지만 인용되지 않습니다.",
  "remark.code": "{count, plural, other {코드 블록 #개}}는 인용되지 않습니다.",
  "remark.pictures": "{count, plural, other {그림 #개}}를 뺐습니다.",
  "remark.spaced-letters":
    "문자 사이를 띄어 쓴 곳({count, number})은 단어로 잇지 않았습니다: “{example}”.",
  "remark.page-numbers": "쪽 번호({count, number})를 뺐습니다.",
  "marks.note": "주석 번호({count, number})를 본문에서 뺐습니다.",
  "marks.verse": "절이나 문장, 문단의 번호({count, number})를 본문에서 뺐습니다.",
  "marks.line": "줄 번호({count, number})를 본문에서 뺐습니다.",
  "marks.time": "녹음이나 녹화의 시각({count, number})을 뺐습니다.",
  "marks.page": "인쇄본의 쪽 번호({count, number})를 본문에서 뺐습니다.",
  "library.boilerplate": "{library} 측이 저작의 앞과 뒤에 쓴 글을 뺐습니다.",
  "library.before": "{library} 측이 저작의 앞에 쓴 글을 뺐습니다.",
  "library.after": "{library} 측이 저작의 뒤에 쓴 글을 뺐습니다.",
  "library.paragraphs": "다음과 같이 시작하는 문단도 뺐습니다: {beginnings}.",
  "gutenberg.credits": "제작진 표시도 뺐습니다: “{credits}”",
  "gutenberg.notes": "끝에 있는 안내도 뺐습니다: “{notes}”",
  "gutenberg.unmarked":
    "본문에 Project Gutenberg가 나오지만 저작 하나를 둘러싸는 표시가 없습니다. 본문에 이용 허락이 있는지 살펴보세요.",

  // Word documents
  "docx.entities":
    "이 DOCX는 XML 엔티티를 정의하는데, Word는 절대 그렇게 하지 않습니다. Word에서 다시 저장하고 새 파일을 가져오세요.",
  "docx.nesting":
    "이 DOCX는 부분이 너무 깊이 겹쳐 있습니다. Word에서 다시 저장하고 새 파일을 가져오세요.",
  "docx.damaged":
    "이 파일에는 읽을 수 있는 Word 문서가 없습니다. 손상되었거나 종류가 다릅니다. DOCX로 다시 저장하고 새 파일을 가져오세요.",
  "docx.creator":
    "파일을 만든 사람은 “{author}”이며, 글을 쓴 사람은 적혀 있지 않습니다. 이 사람이 글쓴이라면 `--author`를 더하세요.",
  "docx.labels":
    "번호 매긴 문단의 표지를 뺐거나 숫자만 남겼습니다: {labels}{more, plural, =0 {} other {, …}}.",
  "docx.prompts": "빈 입력란의 안내문을 뺐습니다: {prompts}{more, plural, =0 {} other {, …}}.",
  "docx.changes": "이 파일에는 변경 내용 추적이 있습니다. 모두 적용한 것으로 읽었습니다.",
  "docx.comments": "메모를 뺐습니다.",
  "docx.headers": "쪽의 머리글과 바닥글을 뺐습니다.",
  "docx.contents": "차례나 그림 목록을 뺐습니다.",
  "docx.charts": "차트와 도표를 그 안의 말과 함께 뺐습니다.",
  "docx.tabs": "단 사이의 {count, plural, other {탭 #개}}를 “|”로 썼습니다.",
  "docx.chunks":
    "Word는 그 글을 보여 주지만, 이 파일 안의 {count, plural, other {파일 #개}}를 뺐습니다. 그 파일만 따로 가져오세요.",
  "docx.hidden": "숨겨진 텍스트도 다른 텍스트처럼 읽습니다.",
  "docx.symbols": "기호 글꼴의 서로 다른 문자({count, number})를 뺐습니다.",
  "docx.word-art": "그림으로 그려진 말을 뺐습니다: {words}.",
  "docx.objects": "{count, plural, other {다른 프로그램의 개체 #개}}를 뺐습니다.",

  // EPUBs
  "epub.entities":
    "이 EPUB은 Ibid가 읽지 않는 XML 엔티티를 정의합니다. HTML로 저장하고 그것을 가져오세요.",
  "epub.encrypted":
    "이 EPUB은 디지털 저작권 관리 등으로 암호화되어 있습니다. 암호화되지 않은 것을 가져오세요.",
  "epub.empty": "이 EPUB의 읽기 순서에는 읽을 수 있는 글이 없습니다. 다른 판을 가져오세요.",
  "epub.cover": "표지를 뺐습니다.",
  "epub.publisher": "출판사의 쪽을 뺐습니다: {pages}.",
  "epub.nonlinear": "읽기 순서에 없는 부분을 뺐습니다: {parts}.",
  "epub.unsupported": "XHTML이 아닌 부분({count, number})을 뺐습니다.",
  "epub.missing": "압축본에 없는 부분({count, number})을 뺐습니다.",
  "epub.damaged": "이 EPUB은 손상되어 차례가 없습니다. 다시 만드세요.",

  // Web pages
  "html.too-complex":
    "페이지에 요소가 너무 많거나 너무 깊이 겹쳐 있습니다. 나누거나 일반 텍스트로 저장하고 그것을 가져오세요.",
  "html.parts": "본문 외에 뺀 것: {parts}.",
  "html.outside": "페이지의 주요 부분 밖에 있는 {count, plural, other {#단어}}를 뺐습니다.",
  "html.links":
    "페이지를 편집하거나 그 한 부분으로 가는 {count, plural, other {링크 #개}}를 뺐습니다.",
  "html.powers": "위 첨자와 아래 첨자({count, number})를 10⁶, CO₂, 2^(a+b)처럼 썼습니다.",
  "html.joined-rows":
    "{count, plural, other {표의 행 #개}}를 행마다 한 문단으로, 칸 사이에 “|”를 넣어 썼습니다.",
  "html.listed-rows":
    "{count, plural, other {표의 행 #개}}에는 문단이 여러 개인 칸이 있어, 칸을 차례로 썼습니다.",
  "html.quotations":
    "페이지가 브라우저에 맡긴 따옴표를 {count, plural, other {인용문 #개}}에 넣었습니다.",
  "html.struck-parts":
    "단어 일부에 그은 {count, plural, other {취소선 #개}}를 뺐습니다. 글자는 단어에 남아 있습니다.",
  "html.frames":
    "이 페이지는 {count, plural, other {다른 페이지 #개}}를 프레임에 보여 줍니다: {pages}{more, plural, =0 {} other {, …}}. 그 페이지도 가져오세요.",
  "html.part-aside": "곁글",
  "html.part-button": "단추",
  "html.part-dialog": "대화 상자",
  "html.part-drawing": "그려진 그림",
  "html.part-fallback": "스크립트, 프레임, 미디어가 없는 브라우저를 위한 글",
  "html.part-field": "양식의 입력란",
  "html.part-footer": "페이지의 바닥글",
  "html.part-form": "양식",
  "html.part-gauge": "계기",
  "html.part-header": "페이지의 머리글",
  "html.part-hidden": "숨겨진 부분",
  "html.part-navigation": "탐색 메뉴",
  "html.part-search": "검색란",
  "html.part-transcribers-note": "입력한 이의 주석",
  "html.part-publisher": "출판사가 쓴 부분",

  // Markdown
  "markdown.front-matter": "{line}번째 줄: {problem} {remedy}",
  "markdown.left-out": "{problem} 그래서 뺐습니다.",
  "markdown.local-key": "`{key}`을(를) 뺐습니다. 여기에도 해당하면 문서에 다시 쓰세요.",
  "markdown.unverified-date": "검증되지 않아 날짜를 뺐습니다.",
  "markdown.nesting":
    "그 안에서 인용문, 목록 또는 강조가 너무 깊이 겹쳐 있습니다. 겹친 단계를 줄이세요.",
  "markdown.dropped":
    "다른 프로그램이 Markdown에 더한 {count, plural, other {#곳}}을 뺐습니다: {spans}{more, plural, =0 {} other {, …}}.",
  "markdown.html": "{count, plural, other {HTML #곳}}은 인용되지 않습니다.",

  // PDFs
  "pdf.install-maps": "읽으려면 `npm install pdfjs-dist@5`를 실행하고 파일을 다시 가져오세요.",
  "pdf.pages": "이 PDF는 5,000쪽이 넘습니다. 나누어서 각 부분을 가져오세요.",
  "pdf.password": "이 PDF에는 비밀번호가 필요합니다. 비밀번호 없이 저장하고 그것을 가져오세요.",
  "pdf.damaged":
    "이 PDF는 손상되었거나 잘려서 읽을 수 없습니다. 다시 저장하고 새 파일을 가져오세요.",
  "pdf.fields": "양식 필드의 값({count, number})을 그 자리의 글로 읽었습니다. PDF와 견주어 보세요.",
  "pdf.comments": "댓글과 쪽 위에 입력한 글({count, number})을 주석으로 읽었습니다.",
  "pdf.pages-buttons": "단추가 있어 그 글자를 뺀 쪽: {pages}.",
  "pdf.small-notes": "본문 아래의 작은 글({count, plural, other {문단 #개}})을 끝으로 옮겼습니다.",
  "pdf.doubled": "굵은 글씨를 내려고 두 번 인쇄한 글은 한 번만 읽었습니다({count, number}).",
  "pdf.right-to-left-turned":
    "오른쪽에서 왼쪽으로 쓰는 단어가 이 파일에 거꾸로 들어 있어 바로잡았습니다. 인쇄본과 몇 개를 견주어 보세요.",
  "pdf.right-to-left-mixed":
    "오른쪽에서 왼쪽으로 쓰는 단어가 이 파일에 일부만 거꾸로 들어 있습니다. 그대로 두었습니다.",
  "pdf.right-to-left-ligatures":
    "이 PDF의 글꼴은 “لا” 같은 합자의 문자 순서를 바꾸므로, 그런 문자가 있는 단어는 불확실합니다. 글을 다른 형식으로 가져오세요.",
  "pdf.signs": "글꼴로만 알 수 있는 문자({count, number})를 뺐습니다.",
  "pdf.maps-missing":
    "이 PDF의 글을 읽으려면 설치되지 않은 문자 매핑이 필요합니다: {maps}. {remedy}",
  "pdf.unmapped":
    "{fonts}에 글자 정보가 없어 이 PDF의 글을 글자로 바꿀 수 없습니다. 문자 인식 프로그램을 쓰고 그 결과를 가져오세요.",
  "pdf.slanted":
    "이 PDF의 글은 기울어져 있어 Ibid가 읽지 않습니다. 글을 똑바로 돌려 저장하고 그것을 가져오세요.",
  "pdf.no-text":
    "이 PDF에서 글을 찾지 못했습니다. 그림으로 된 쪽일 수 있습니다. 문자 인식 프로그램을 쓰고 그 결과를 가져오세요.",
  "pdf.damaged-pages":
    "이 PDF는 손상되어 읽을 수 있는 쪽이 없습니다. 다시 저장하고 새 파일을 가져오세요.",
  "pdf.pages-turned": "방향이 다른 글이 있어 그 글을 뺀 쪽: {pages}.",
  "pdf.pages-empty": "글이 없는 쪽(글의 그림일 수 있음): {pages}.",
  "pdf.pages-damaged": "손상된 쪽: {pages}.",
  "pdf.pages-unmapped":
    "{page}쪽부터의 글을 읽으려면 설치되지 않은 문자 매핑이 필요합니다: {maps}. 그 글을 뺐습니다. {remedy}",
  "pdf.pages-font": "{fonts}(으)로 된 글을 글자로 바꿀 수 없어 뺀 쪽: {pages}.",
  "pdf.pages-uncertain":
    "단, 표나 수식의 순서 또는 문자가 불확실하거나 문자가 겹쳐 인쇄되어, 편집자가 PDF와 비교하기 전까지 인용되지 않는 코드로 둔 쪽: {pages}.",
  "pdf.nameless-font": "이름 없는 글꼴",
  "pdf.font": "글꼴 {names}",
  "pdf.author": "글쓴이는 파일에 적힌 것이며, 파일을 만든 사람일 수 있습니다: “{author}”.",
  "pdf.running-lines":
    "쪽의 위나 아래에 있는 줄을 뺐습니다: {lines}{more, plural, =0 {} other {, …}}.",

  // Tables
  "table.no-text": "글이 있는 행이 없습니다. 글이 있는 표를 가져오세요.",
  "table.unused": "뺀 열: {columns}.",
  "table.textless-row": "{count, plural, other {{numbers}번째 행에 글이 없어 뺐습니다.}}",
  "table.textless-object": "{count, plural, other {{numbers}번째 객체에 글이 없어 뺐습니다.}}",
  "table.no-row": "이 표에는 행이 없습니다. 행이 있는 것을 가져오세요.",
  "table.no-column": "`{column}` 열이 없습니다. 있는 열: {columns}.",
  "table.unknown-key":
    "`{key}`은(는) 프런트 매터의 키가 아닙니다. `text`, `title`, `date`, `from`, `to` 등 Ibid가 아는 키를 고르세요.",
  "table.which-text":
    "어느 열에 본문이 있는지 알 수 없습니다. `--fields text=<열>`로 지정하세요. 있는 열: {columns}.",
  "table.invalid": "“{text}”은(는) 올바른 값이 아니어서 `{key}`을(를) 뺐습니다.",
  "table.not-json":
    "JSON이 아닙니다. 이 파일을 만든 프로그램으로 다시 만들고 새 파일을 가져오세요.",
  "table.not-a-list": "이 JSON에는 객체의 목록이 없거나 둘 이상 있습니다. 목록 하나만 가져오세요.",
  "table.object-not-json":
    "{number}번째 객체가 JSON이 아닙니다. 이 파일을 만든 프로그램으로 다시 만들고 새 파일을 가져오세요.",
  "table.long-row":
    "{number}번째 행의 칸이 열보다 많습니다. “{delimiter}”이(가) 있는 칸을 따옴표로 묶으세요.",
  "table.open-quote":
    "닫히지 않는 따옴표로 시작하는 칸이 있습니다. 따옴표를 닫거나, 칸 안의 따옴표를 두 번 쓰세요.",
  "table.damaged":
    "이 표를 읽을 수 없습니다. 이 파일을 만든 프로그램으로 다시 만들고 새 파일을 가져오세요.",
  "table.not-an-object": "{number}번째 항목이 객체가 아닙니다. 객체만 있는 목록을 가져오세요.",
  "table.html": "HTML이 들어 있는 칸은 웹 페이지처럼 읽었습니다.",
  "table.nested": "`{column}`에 겹쳐 있는 값을 뺐습니다.",

  // Plain text
  "text.chat": "대화입니다. {count, plural, other {메시지 #개}}가 각각 하나의 문서가 됩니다.",
  "text.no-author": "글쓴이가 없는 {count, plural, other {#줄}}을 뺐습니다.",
  "text.chat-notices":
    "{count, plural, other {메시지 #개}}에서 프로그램이 쓴 말을 뺐습니다: {notices}{more, plural, =0 {} other {, …}}.",
  "text.margin-notes":
    "여백의 {count, plural, other {주석 #개}}를 그 옆의 줄에서 떼어 주석으로 두었습니다.",
  "text.columns": "두 단으로 된 {count, plural, other {#줄}}을 한 단씩 차례로 읽었습니다.",
  "text.undivided-columns":
    "{count, plural, other {#줄}}은 여러 단으로 되어 있으나 차례가 확실하지 않아 파일에 있는 대로 보이고 인용하지 않습니다.",
  "text.uncertain-columns":
    "{count, plural, other {#줄}}의 같은 자리에 넓은 빈칸이 있습니다. 표이거나 둘째 단, 또는 여백의 주석일 수 있어 나누지 않았으니 단어를 파일과 비교하세요.",
  "text.running-heads":
    "쪽마다 되풀이되는 머리글을 뺐습니다: {heads}{more, plural, =0 {} other {, …}}.",
  "text.signatures": "접장 기호와 다음 쪽의 첫 단어({count, number})을 뺐습니다.",
  "text.digitizer": "인쇄물을 스캔한 도서관이나 회사가 쓴 {count, plural, other {#줄}}을 뺐습니다.",
  "text.mail-header":
    "이메일입니다. 머리글은 본문에서 뺐으며, 제목과 저자, 받는 사람, 날짜는 거기서 가져왔습니다.",
  "text.mail-lines":
    "이메일이 되풀이하는 다른 메시지나 서명의 {count, plural, other {#줄}}을 뺐습니다.",
  "mail.attachments":
    "첨부 파일 {count, plural, other {#개}}를 뺐습니다: {names}{more, plural, =0 {} other {, …}}.",
  "text.link-numbers":
    "브라우저가 덧붙인 {count, plural, other {링크 #개}}의 번호와 주소 목록을 뺐습니다.",
  "text.site-lines":
    "본문이 아니라 웹사이트가 넣은 줄을 뺐습니다: {lines}{more, plural, =0 {} other {, …}}.",
  "text.layout-notes":
    "아오조라 문고가 조판에 대해 단 {count, plural, other {주석 #개}}를 뺐습니다.",
  "text.missing-characters":
    "파일에 설명만 있는 {count, plural, other {글자 #개}}는 ※로 보입니다. 그 글자를 넣으세요.",
  "text.headings": "{count, plural, other {#줄}}을 제목으로 읽었습니다.",
  "text.verses": "줄이 짧은 {count, plural, other {문단 #개}}를 줄 단위로 두었습니다.",
  "text.unwrapped": "줄바꿈으로 나뉘었다고 보기에는 너무 긴 줄은 각각 별도의 문단으로 읽었습니다.",
  "text.tables": "{count, plural, other {표 #개}}는 그려진 대로 보이고 인용하지 않습니다.",
  "text.emphasis": "밑줄 문자나 등호 같은 기호로 둘러싼 단어는 강조입니다.",

  // Subtitles
  "subtitles.cues":
    "{count, plural, other {자막 #개}}의 번호와 시각을 빼고, 여러 자막에 걸친 문장을 이었습니다.",
  "subtitles.repeated": "다음 자막 위에 다시 보이는 {count, plural, other {#줄}}을 뺐습니다.",
  "subtitles.left-out":
    "머리말, 설명, 모양에 대한 {count, plural, other {#줄}}을 뺐습니다: {lines}{more, plural, =0 {} other {, …}}.",

  // Documents and their folder
  "folder.not-a-folder": "{folder}은(는) 폴더가 아닙니다. `--into`로 폴더를 지정하세요.",
  "folder.stopped": "사용자가 멈추었습니다.",
  "folder.partly": "{reason} 쓴 것 가운데 일부를 지울 수 없었습니다: {remains}",
  "folder.busy":
    "이 자료집으로 다른 가져오기가 진행 중입니다. 끝날 때까지 기다리세요. 진행 중인 것이 없다면 {corpus}에서 `{path}`을(를) 지우세요.",
  "folder.full": "{folder}에 문서를 둘 공간이 없습니다. 공간을 확보하고 다시 가져오세요.",
  "folder.file-too-large":
    "{folder}의 파일은 이만큼 커질 수 없습니다. 이 컴퓨터의 관리자에게 문의하세요.",
  "folder.no-permission":
    "Ibid에 {folder}에 쓸 권한이 없습니다. 쓰기 권한을 주거나 `--into`로 다른 폴더를 지정하세요.",
  "folder.read-only": "{folder}에는 쓸 수 없습니다. `--into`로 다른 폴더를 지정하세요.",
  "folder.name-taken":
    "다른 프로세스가 {folder}에 같은 이름의 파일을 만들었습니다. 그 파일은 그대로 두었습니다. 가져오기를 다시 실행하세요.",
  "folder.other-disk":
    "{folder}은(는) 자료집과 다른 디스크에 있습니다. 자료집으로 가져온 다음 문서를 옮기세요.",
  "folder.failed": "{folder}에 쓸 수 없었습니다: {reason}.",
  "folder.is-link": "폴더가 이제 다른 폴더를 가리키는 링크입니다. 다시 가져오세요.",
  "folder.replaces-link":
    "바꿀 문서가 링크이며, Ibid는 이를 따라가지 않습니다. 파일 자체를 거기에 두세요.",
  "split.hint":
    "제목이 {headings, plural, other {#개}} 있습니다. `--split heading`은 장이나 편지마다 문서를 만듭니다.",
  "split.nothing": "그 안에 `--split`에 따라 문서를 시작하는 곳이 없습니다.",
  "split.bad-level": "`--split heading:`은 `heading:2`처럼 1부터 6까지의 단계로 끝나야 합니다.",
  "split.bad-rule": "`--split`에는 `heading`, `heading:2` 또는 정규식을 쓰세요.",
  "split.too-slow": "여기에서 `--split`의 패턴이 너무 오래 걸립니다. 반복 안에 반복이 없게 쓰세요.",
  "drafts.titles": "아래에 글이 없는 제목을 뺐습니다: {titles}.",
  "metadata.no-author":
    "“{author}”은(는) 프로그램이나 계정의 이름처럼 보여 글쓴이로 삼지 않았습니다.",
  "metadata.left-out": "파일에 적힌 정보에서 뺀 것: {problem}",
  "render.too-large":
    "이것으로 4 MiB가 넘는 문서가 되고, 제목의 어느 단계로도 충분히 나뉘지 않습니다. 문서를 시작하는 줄을 `--split` 뒤에 정규식으로 적거나, 파일을 나누세요.",
  "render.too-large-whole":
    "이것으로 4 MiB가 넘는 문서가 됩니다. `--split {rule}`(으)로 충분히 작은 문서 여러 개를 만들 수 있습니다.",
  "render.unfaithful":
    "Ibid가 모든 말을 그대로 두고 Markdown으로 쓸 수 없습니다. 파일과 함께 알려 주세요.",
  "render.markup":
    "{count, plural, other {#곳}}에서는 서식이 말을 바꾸게 되어, 그곳의 서식을 뺐습니다: {kinds}.",
  "render.block-quotations": "블록 인용문",
  "render.code": "코드",
  "render.emphasis": "강조",
  "render.links": "링크",
  "render.lists": "목록",
  "render.pictures": "그림",

  // Lists and sentences in other messages
  "list.and-more": "{names} 외 {count, number}개",
  "list.cut": "{names}, …",
  quoted: "“{text}”",
  counted: "“{text}” ({count, number})",
  sentences: "{first} {rest}",

  // Advice
  "advice.clinging-digits":
    "“{example}”처럼 단어에 숫자가 붙은 곳이 있는 파일이 {files, plural, other {#개}} 있습니다. 숫자를 뺀 인용문은 정확해도 정확히 일치로 판정되지 않습니다.",
  "advice.clinging-digit":
    "단어에 숫자가 붙어 있습니다: “{word}”. 숫자를 뺀 인용문은 정확해도 정확히 일치로 판정되지 않습니다.{more, plural, =0 {} other { 이 파일에 #곳이 더 있습니다.}}",
  "advice.no-such-document": "`{mention}`이(가) 가리키는 문서가 없습니다.",
  "advice.dead-wiki-link": "링크 `[[{target}]]`이(가) 가리키는 문서가 없습니다.",
  "advice.dead-wiki-links":
    "`[[{example}]]`처럼 가리키는 문서가 없는 이중 대괄호 링크가 {count, plural, other {#개}} 있습니다.",
  "advice.duplicates":
    "이 문서에 다른 구절을 글자 그대로 또는 거의 그대로 되풀이하는 구절이 {count, plural, other {#개}} 있습니다.",
  "advice.repeated-passage":
    "¶{number}은(는) {passage}{more, plural, =0 {} other {, 그리고 다른 구절 #개}}과(와) 글자 그대로 같습니다.",
  "advice.near-duplicate":
    "¶{number}은(는) {passage}과(와) 거의 같습니다.{more, plural, =0 {} other { 이와 비슷한 구절이 #개 더 있습니다.}}",
  "advice.near-duplicate-with":
    "¶{number}은(는) {passage}과(와) 거의 같습니다: {differences}.{more, plural, =0 {} other { 이와 비슷한 구절이 #개 더 있습니다.}}",
  "advice.odd-character":
    "{oddity}: {match}.{more, plural, =0 {} other { 이 파일에 #곳이 더 있습니다.}}",
  "advice.variant":
    "{quotation}이(가) 같은 인용문으로 보이는 {path}:{line}의 {other}과(와) 다릅니다: {differences}.",
  "variant.quotation": "인용문 {address}",
  "variant.words": "“{words} …”",
  "difference.added": "여기에는 “{quoted}”이(가) 더 있음",
  "difference.missing": "여기에는 “{printed}”이(가) 없음",
  "difference.changed": "저기에는 “{printed}”, 여기에는 “{quoted}”",
  "difference.list": "{first}; {others}",
  "difference.more": "그 밖에 {left, number}곳",
  "remedy.clinging-digit": "주석 번호라면 `[^1]`, 절 번호라면 `<sup>1</sup>`로 쓰세요.",
  "advice.receipt-moved": "증표 `{receipt}`의 말은 이제 `{address}`에 있습니다.",
  "remedy.receipt-moved": "`/출처표기`에 나오는 새 증표를 쓰세요.",
  "advice.receipt-broken": "증표 `{receipt}`의 말이 더 이상 그 자리에 없습니다.",
  "remedy.receipt-broken": "지금 무엇이 있는지 살펴보고, `/출처표기`에 나오는 증표를 쓰세요.",
  "advice.receipt-in-note": "증표 `{receipt}`의 말은 이제 인용되지 않는 문서의 주석에 있습니다.",
  "remedy.receipt-in-note": "증표를 지우거나 구절의 증표를 적으세요.",
  "remedy.no-such-document": "고치거나, 가리키려는 문서의 `formerly:` 아래에 옛 ID를 적으세요.",
  "remedy.write-instead": "그 뜻이라면 `{suggestion}`(으)로 쓰세요.",
  "advice.dead-link": "`{target}` 링크가 가리키는 파일이 이 자료집에 없습니다.",
  "advice.no-such-passage": "`{address}`이(가) 가리키는 구절이 {path}에 없습니다.",
  "remedy.no-passages": "문서에 인용할 수 있는 구절이 없습니다. 문서만 적으세요.",
  "remedy.last-passage": "마지막 구절은 `{address}`입니다.",
  "remedy.dead-link": "링크를 고치거나 지우세요.",
  "remedy.dead-link-closest": "혹시 `{suggestion}`입니까?",
  "remedy.duplicate":
    "실수로 두 번 넣었다면 하나를 지우고, 문서들이 되풀이하는 것이라면 둘 다 두세요.",
  "advice.long-passage":
    "¶{number}은(는) Discord 메시지 하나에 넣기에는 너무 길어 나누어 보여 줍니다.",
  "remedy.long-passage": "본문에 따라 나눌 수 있는 곳에서 문단으로 나누세요.",
  "oddity.replacement": "글자가 사라진 자리의 대체 문자",
  "remedy.lost-character": "원본에서 그 자리에 무엇이 있었는지 찾아보세요.",
  "oddity.private-use": "대부분의 글꼴에 없는 사용자 정의 문자",
  "remedy.meant-character": "뜻하는 글자를 쓰세요.",
  "oddity.windows-1252": "Latin-1로 읽은 Windows-1252 텍스트에서 생기는 제어 문자",
  "remedy.windows-1252": "원본을 원래의 인코딩으로 읽거나 뜻하는 글자를 쓰세요.",
  "oddity.control": "제어 문자",
  "remedy.delete": "지우세요.",
  "oddity.direction": "단어를 쓰인 것과 다르게 보이게 할 수 있는 쓰기 방향 제어 문자",
  "remedy.direction": "오른쪽에서 왼쪽으로 쓰는 글이 아니라면 지우세요.",
  "oddity.zero-width": "너비가 없는 보이지 않는 문자",
  "oddity.soft-hyphen": "보이지 않는 소프트 하이픈",
  "oddity.unassigned": "문자가 아닌 코드 포인트",
  "oddity.two-scripts": "두 문자 체계의 닮은 글자가 섞인 단어",
  "remedy.two-scripts": "한 문자 체계로 쓰세요. 그러지 않으면 검색해도 찾을 수 없습니다.",
  "remedy.variant": "둘 다 원본과 비교하고 틀린 것을 고치세요.",
  "advice.no-author": "이 문서의 출처 표기에 글쓴이가 나오지 않습니다.",
  "advice.no-authors":
    "글쓴이가 없어 출처 표기에 글쓴이가 나오지 않는 문서가 {count, plural, other {#건}} 있습니다.",
  "remedy.no-author":
    "프런트 매터에 `author:`를 적거나, `corpus.yaml`의 `folders:` 아래에서 폴더에 제목과 글쓴이를 붙이세요.",
  "advice.no-work": "“{title}”은(는) 한 부분의 이름인데, 출처 표기에 그 저작이 나오지 않습니다.",
  "advice.no-works":
    "“{example}”처럼 부분의 이름을 가진 문서가 {count, plural, other {#건}} 있는데, 출처 표기에 그 저작이 나오지 않습니다.",
  "remedy.no-work":
    "프런트 매터의 `part-of:`에 저작을 적거나, `corpus.yaml`의 `folders:` 아래에서 폴더에 제목을 붙이세요.",
  "advice.no-topic": "이 문서에는 주제가 없어 어떤 주제로도 찾을 수 없습니다.",
  "remedy.no-topic": "프런트 매터의 `topics:` 아래에 무엇에 관한 글인지 적으세요.",
  "advice.documents-without-topic":
    "주제가 없어 어떤 주제로도 찾을 수 없는 문서가 {count, plural, other {#건}} 있습니다: {ids} 외 {left, number}건.",
  "remedy.documents-without-topic":
    "각 문서의 프런트 매터에서 `topics:` 아래에 무엇에 관한 글인지 적으세요.",
  "advice.unused-topic":
    "주제 `{id}`에 관한 것이 없습니다. 문서도 사건도 없고, “{label}”이(가) 나오는 구절도 없습니다.",
  "remedy.unused-topic": "이 주제에 관한 문서에 붙이거나 주제를 지우세요.",
  "advice.unused-source": "출처 `{id}`을(를) 쓰는 곳이 없습니다.",
  "remedy.unused-source":
    "그 출처가 인쇄하거나 전하는 것의 `sources:` 아래에 적거나 출처를 지우세요.",

  // The command line and the terminal
  "usage.title": "사용법:",
  "usage.start": "Discord에서 답합니다. 토큰과 공개 키가 없으면 여기에서 답합니다",
  "usage.no-page": "미리보기 페이지 없이 여기에서 답합니다",
  "usage.question": "질문 하나에 답합니다. 이것은 오늘의 구절입니다",
  "usage.json": "같은 답을 JSON 한 줄로 출력합니다",
  "usage.corpus": "문서를 가져오고 자료집을 점검합니다",
  "usage.store": "사용자와 서버가 설정한 것을 백업합니다",
  "usage.mcp": "Model Context Protocol로 AI 도우미에게 답합니다",
  "mcp.not-installed":
    "AI 도우미에게 답하는 데 필요한 패키지가 설치되어 있지 않습니다. Ibid의 폴더에서 `npm install @modelcontextprotocol/sdk`를 실행하고 다시 시작하세요.",
  "terminal.no-token":
    "DISCORD_TOKEN이 설정되지 않아 여기에서 답합니다. 명령어 목록은 /도움말, 자동 완성은 Tab, 종료는 Ctrl-D입니다.",
  "preview.none": "{reason} 그래서 미리보기 페이지가 없습니다.",
  "preview.address": "Discord에서는 이렇게 보입니다: {address}",
  "preview.clock": "{moment} ({zone})",
  "preview.origin": "{schedule} · {moment}",
  "preview.posted":
    "{moment}까지 {count, plural, =0 {게시한 것이 없습니다} other {게시물 #개를 게시했습니다}}.",
  "preview.stopped-too-far": "시계는 최대 1년까지 앞당길 수 있습니다.",
  "preview.stopped-many-posts":
    "한 번에 게시물을 {max}개까지 보여 주므로 시계가 {moment}에 멈췄습니다. 다음 게시물을 보려면 다시 앞당기세요.",
  "preview.stopped-store":
    "임시 파일 폴더에 아무것도 저장할 수 없어 시계가 {moment}에 멈췄습니다. 공간을 마련한 뒤 Ibid를 다시 시작하세요.",
  "progress.opened": "자료집을 여는 데 {seconds, number}초 걸렸습니다.",
  "progress.reading": "자료집을 읽는 중: {all, plural, other {파일 #개}} 중 {done, number}개.",
  "progress.checking": "자료집을 점검하는 중: {all, plural, other {파일 #개}} 중 {done, number}개.",
  "progress.indexing": "자료집의 색인을 만드는 중: {percent} %.",

  // The Model Context Protocol
  "mcp.instructions":
    "Ibid는 “{title}”의 말 그대로, 각각 출처와 함께 답하며 아무것도 생성하지 않습니다. 말을 떠올리는 대신 `search`와 `quote`로 찾으세요. 누구에게든 인용문을 주기 전에 `verify`로 모두 확인하고, 그 판정과 출처를 그대로 전하세요. 답변에는 이어서 부를 수 있는 것의 번호가 있을 수 있습니다.",
  "mcp.unknown-tool": "“{name}”(이)라는 도구는 없습니다. 도구는 {tools}입니다.",

  // The configuration
  "env.folder":
    "{folder}의 `.env`가 폴더입니다. 텍스트 파일이어야 합니다. 이름을 바꾸고, `.env.example`을 `.env`로 복사한 다음 채우세요.",
  "env.unreadable":
    "Ibid가 {folder}의 `.env`를 읽을 수 없습니다({reason}). Ibid를 실행하는 사용자에게 읽기 권한을 주세요.",
  "env.utf-16":
    "{folder}의 `.env`가 UTF-16으로 저장되어 있습니다. UTF-8로 저장하세요. 메모장에서는 “다른 이름으로 저장”을 고르고 “인코딩”에서 UTF-8을 고릅니다.",
  "env.not-utf-8":
    "{folder}의 `.env`가 UTF-8로 저장되어 있지 않습니다. UTF-8로 저장하세요. 메모장에서는 “다른 이름으로 저장”을 고르고 “인코딩”에서 UTF-8을 고릅니다.",
  "env.rich-text":
    "{folder}의 `.env`가 서식이 있는 문서입니다. 일반 텍스트여야 합니다. 텍스트 편집기의 “포맷” 메뉴에서 “일반 텍스트 만들기”를 고르고 `.env`로 저장하세요.",
  "env.line":
    "`.env`의 {line}번째 줄에 {name}이(가) 나오지만 값이 설정되지 않았습니다. {name}=값 형식으로 쓰세요.",
  "env.misnamed":
    "{folder}의 `{name}`에서 {variable}을(를) 설정하지만, Ibid는 이름이 `.env`인 파일만 읽습니다. 파일의 이름을 그렇게 바꾸세요.",
  "env.misnamed-txt":
    "{folder}의 `{name}`에서 {variable}을(를) 설정하지만, Ibid는 이름이 `.env`인 파일만 읽습니다. 파일의 이름을 그렇게 바꾸세요. Windows에서는 폴더의 “보기” 메뉴에서 “파일 확장명”을 선택하면 .txt 같은 확장명이 보입니다.",
  "config.token":
    "DISCORD_TOKEN은 봇의 토큰이어야 합니다. 점으로 나뉜 세 부분이며 discord.com/developers의 애플리케이션에서 Bot 페이지에 있습니다.",
  "config.guild":
    "DISCORD_GUILD_ID는 서버의 ID여야 합니다. 17~20자리 숫자이며 Discord 개발자 모드의 “서버 ID 복사하기”로 얻습니다.",
  "config.api": "DISCORD_API_URL은 {example}처럼 http://나 https://로 시작하는 주소여야 합니다.",
  "config.public-key":
    "DISCORD_PUBLIC_KEY는 애플리케이션의 공개 키여야 합니다. 16진수 64자리이며 discord.com/developers의 애플리케이션에서 General Information 페이지에 있습니다.",
  "config.port": "PORT는 0부터 65535까지의 정수여야 합니다. 0은 비어 있는 아무 포트나 뜻합니다.",
  "config.switch": "{name}의 값은 on 또는 off여야 합니다.",
  "config.cache": "IBID_CACHE는 자료집 밖의 폴더 또는 off여야 합니다.",
  "config.store":
    "IBID_STORE는 자료집 밖의 파일, postgres://로 시작하는 주소, 또는 off여야 합니다.",
  "config.style": "IBID_CITATION_STYLE은 다음 중 하나여야 합니다: {styles}.",
  "config.language": "IBID_LANGUAGE는 다음 중 하나여야 합니다: {languages}.",
  "config.log-level": "LOG_LEVEL은 다음 중 하나여야 합니다: {levels}.",
  "config.quoted":
    "{name}의 값이 따옴표로 묶여 있습니다. 따옴표를 지우세요. = 뒤의 모든 것이 값입니다.",
  "config.line-break":
    "{name}에 줄바꿈이 있습니다. 큰따옴표 안에서 \\n과 \\r은 줄바꿈을 뜻합니다. 경로는 따옴표 없이 쓰세요.",
  "config.unknown": "{name}은(는) Ibid가 읽는 변수가 아닙니다. Ibid가 읽는 변수: {variables}.",

  // The corpus and its index
  "corpus.does-not-load":
    "{folder}의 자료집을 읽어 들일 수 없습니다: {count, plural, other {문제 #건}}.",
  "reload.replaced":
    "자료집이 바뀌었습니다. 이제 {count, plural, other {문서 #건}}이 있는 새 판이 답합니다.",
  "reload.refused":
    "자료집이 바뀌었지만 읽어 들일 수 없습니다: {count, plural, other {문제 #건}}. 이전 판이 계속 답합니다.",
  "reload.failed": "자료집이 바뀌었지만 읽을 수 없었습니다({reason}). 이전 판이 계속 답합니다.",
  "reload.unwatched":
    "Ibid가 더 이상 자료집의 변경을 알아차리지 못합니다({reason}). 변경한 뒤에는 Ibid를 다시 시작하세요. IBID_WATCH=off로 하면 변경을 살피지 않습니다.",
  "index.damaged": "{cache}의 색인이 손상되어 다시 만들었습니다.",
  "index.not-saved":
    "{cache}에 색인을 저장할 수 없어({reason}) 시작할 때마다 이번만큼 오래 걸립니다. IBID_CACHE를 Ibid가 쓸 수 있는 폴더나 `off`로 설정하세요.",

  // Discord
  "discord.token-refused":
    "Discord가 DISCORD_TOKEN을 거부합니다. discord.com/developers의 애플리케이션에서 Bot 페이지의 토큰을 다시 복사하세요.",
  "discord.invite":
    "이 창이 열려 있는 동안 Ibid가 Discord에서 답합니다. 서버에 추가하려면 브라우저에서 이 링크를 여세요:",
  "discord.closed": "Discord가 연결을 닫았고 새 연결을 받지 않습니다(종료 코드 {code}, {name}).",
  "discord.server-refused":
    "Discord가 DISCORD_GUILD_ID에 적힌 서버 {guild}에 Ibid가 명령어를 등록하지 못하게 합니다. applications.commands 범위로 애플리케이션을 그 서버에 초대하거나 ID를 고치세요.",
  "discord.request-refused": "Discord가 Ibid의 요청을 거부합니다: {reason} (코드 {code}).",
  "discord.waiting":
    "{reason} Ibid가 {host}을(를) 기다렸다가 다시 시도합니다. 계속되면 네트워크와 DISCORD_API_URL을 확인하세요.",
  "discord.status": "Discord가 상태 {status}(으)로 응답합니다.",
  "discord.session-limit":
    "Discord는 {reset}까지 {remaining, plural, other {새 세션 #개}}를 허용하는데 Ibid에는 {needed}개가 필요합니다. 그 뒤에 Ibid를 다시 시작하세요.",
  "discord.unreachable": "Discord에 연결할 수 없습니다.",
  "discord.unreachable-code": "Discord에 연결할 수 없습니다({code}).",

  // The log
  "log.metrics": "지표를 제공합니다.",
  "log.store-in-file":
    "저장소가 파일이므로 Ibid는 이 한 대에서만 실행해야 합니다. 여러 대에서 실행하려면 IBID_STORE를 postgres://로 시작하는 주소로 설정하세요.",
  "log.servers-deleted": "30일 동안 닿지 않은 서버의 설정을 삭제했습니다.",
  "log.servers-unchecked": "저장소에 있는 서버들을 확인할 수 없었습니다.",
  "log.clock-wrong":
    "저장소의 시계와 Discord의 시계가 5분 넘게 차이 나서 아무것도 게시하지 않습니다. 컴퓨터의 시계를 맞추세요.",
  "log.not-posted":
    "Discord가 게시물을 받아들이지 않았습니다. 서버는 `/일정목록`에서 볼 수 있습니다.",
  "log.posting-failed": "게시할 것을 게시하지 못했습니다.",
  "log.finishing": "진행 중인 답변을 마무리합니다.",
  "log.closing": "Discord와의 연결을 닫습니다.",
  "log.reconnecting": "Discord에 다시 연결합니다.",
  "log.unreachable": "Discord에 연결할 수 없었습니다.",
  "log.reconnected": "Discord에 다시 연결했습니다.",
  "log.connection-failed": "Discord와의 연결이 실패했습니다.",
  "log.unanswerable": "Discord가 Ibid가 답할 수 없는 것을 보냈습니다.",
  "log.not-accepted": "Discord가 답변을 받아들이지 않았습니다.",
  "log.connected": "Discord에 연결했습니다.",
  "log.not-answered": "Ibid가 상호작용에 답하지 못했습니다.",
  "log.malformed": "Discord가 Ibid가 읽을 수 없는 상호작용을 보냈습니다.",
  "log.not-registered": "명령어가 등록되지 않았습니다. {reason} Ibid가 다시 시도합니다.",
  "log.registered": "명령어를 등록했습니다.",
  "log.file-in-response": "Discord가 별도의 파일을 받아들이지 않아 파일을 응답에 넣었습니다.",
  "log.mcp-message": "Ibid가 Model Context Protocol의 메시지를 읽을 수 없습니다.",
  "log.request-failed": "Ibid가 요청에 답하지 못했습니다.",
  "log.listening": "요청을 기다리며 자료집을 읽고 있습니다.",
  "log.endpoint-ready": "Discord의 상호작용에 답합니다.",

  // The HTTP servers
  "http.running": "Ibid가 실행 중입니다.",
  "http.reading": "자료집을 읽고 있습니다.",
  "http.answering": "Ibid가 답합니다.",
  "http.unsigned": "Discord가 방금 서명한 요청이 아닙니다.",
  "http.not-json-type": "요청의 콘텐츠 유형이 application/json이 아닙니다.",
  "http.not-json": "요청의 본문이 JSON이 아닙니다.",
  "http.unanswerable": "요청의 본문이 답할 수 있는 상호작용이 아닙니다.",
  "http.malformed": "요청의 본문이 읽을 수 없는 상호작용입니다.",
  "http.not-post": "상호작용은 POST로 보내야 합니다.",
  "http.not-found": "여기에는 아무것도 없습니다.",
  "http.failed": "요청에 답할 수 없었습니다.",
  "http.not-own": "이 컴퓨터의 미리보기 페이지만 여기에 요청을 보낼 수 있습니다.",
  "http.unanswerable-here": "답할 수 있는 상호작용이 아닙니다.",
  "http.too-large": "요청이 {kibibytes} KiB보다 큽니다.",
  "port.taken": "다른 프로그램이 포트 {port}을(를) 쓰고 있습니다.",
  "port.not-allowed": "Ibid에는 포트 {port}을(를) 열 권한이 없습니다.",
  "port.failed": "Ibid가 포트 {port}을(를) 열 수 없습니다: {reason}.",

  // Metrics
  "metrics.answers": "상호작용의 수와, 요청부터 답변까지 걸린 시간.",
  "metrics.rejections": "Discord의 상호작용이 아니었던 요청의 상태별 수.",
  "metrics.documents": "자료집의 문서.",
  "metrics.passages": "자료집에서 인용할 수 있는 구절.",
  "metrics.reloads": "변경 후 자료집을 다시 읽은 횟수, 결과별.",
  "metrics.shard-interactions": "Discord가 게이트웨이로 보낸 상호작용, 샤드별.",
  "metrics.reconnections": "연결이 닫힌 뒤 샤드가 다시 연결한 횟수.",
  "metrics.ready": "샤드가 Discord에 연결되어 준비되었는지: 1 또는 0.",
  "page.title": "#스터디 · Ibid",
  "page.server": "서버",
  "page.server-name": "스터디 모임",
  "page.channels": "채팅 채널",
  "page.channel": "스터디",
  "page.you": "나",
  "page.whereabouts": "이 컴퓨터에서",
  "page.about": "모임에서 이렇게 보입니다. 아무것도 이 컴퓨터를 떠나지 않습니다.",
  "page.languages": "언어",
  "page.messages": "#스터디의 메시지",
  "page.welcome": "환영",
  "page.welcome-title": "#스터디에 오신 것을 환영합니다",
  "page.promise": "Ibid는 문서의 말 그대로, 출처와 함께 모임에 답합니다.",
  "page.corpus": "여기에서 답하는 자료집: {documents}.",
  "page.corpus-titled": "여기에서 답하는 자료집: “{title}”, {documents}.",
  "page.invitation": "아래에서 하나를 누르거나, {slash}을(를) 입력해 모든 명령어를 보세요.",
  "page.kind-letter": "편지",
  "page.kind-document": "문서",
  "page.kind-topic": "주제",
  "page.kind-words": "단어, 어디에 있든",
  "page.kind-true-quotation": "맞는 인용문, 확인됨",
  "page.kind-false-quotation": "틀린 인용문, 드러남",
  "page.clock": "시계",
  "page.clock-hour": "+ 1시간",
  "page.clock-day": "+ 1일",
  "page.clock-week": "+ 1주",
  "page.clock-hint": "시계를 앞당기면 일정에 따라 게시되는 것을 볼 수 있습니다.",
  "page.clock-failed": "시계를 앞당기지 못했습니다.",
  "page.thread": "스레드: {name}",
  "page.write": "쓰기",
  "page.message": "#스터디에 메시지 보내기",
  "page.send": "보내기",
  "page.sending": "명령어 보내는 중…",
  "page.failed": "상호작용 실패",
  "page.dismiss": "메시지 닫기",
  "page.edited": "(수정됨)",
  "page.spoiler": "스포일러",
  "page.only-you": "나에게만 보입니다 · ",
  "page.select": "선택하세요",
  "page.embed": "임베드",
  "page.component": "유형 {type}의 구성 요소",
  "page.unsupported": "이 페이지에서 그릴 수 없는 것: {what}.",
  "page.used": "{name} · {what} 사용",
  "page.apps": "앱",
  "page.more": "더 보기",
  "page.completions": "자동 완성",
  "page.completion-count": "자동 완성: {count}개",
  "page.submit": "제출",
  "page.cancel": "취소",
  "page.stray": "/{command}의 어느 옵션에도 속하지 않는 말: “{text}”.",
  "page.missing": "{name}: 필수 옵션입니다. 값을 지정하세요.",
  "page.empty": "{name}: 이 옵션에는 값이 필요합니다.",
  "page.length": "{name}: 값은 {min}~{max}자여야 합니다.",
  "page.range": "{name}: 값은 {min}부터 {max}까지의 수여야 합니다.",
  "page.flag": "{name}: 값은 “예” 또는 “아니요”여야 합니다.",
  "page.true": "예",
  "page.false": "아니요",
  "page.kind": "{name}: 이 페이지에는 이런 종류의 옵션이 없습니다.",
  "page.choice": "{name}: 제안된 값 중 하나를 고르세요.",

  // Days and times
  "weekday.1": "월요일",
  "weekday.2": "화요일",
  "weekday.3": "수요일",
  "weekday.4": "목요일",
  "weekday.5": "금요일",
  "weekday.6": "토요일",
  "weekday.7": "일요일",
  "cadence.daily": "매일",
  "cadence.weekdays": "평일마다",
  "cadence.weekends": "주말마다",
  "cadence.weekly": "매주 {days}",
  "cadence.weekly-1": "월요일",
  "cadence.weekly-2": "화요일",
  "cadence.weekly-3": "수요일",
  "cadence.weekly-4": "목요일",
  "cadence.weekly-5": "금요일",
  "cadence.weekly-6": "토요일",
  "cadence.weekly-7": "일요일",
  "cadence.each-week": "{from}부터 매주 {days}",
  "cadence.weeks": "{from}부터 {every, plural, other {#주}}마다 {days}",
  "cadence.month-weekdays": "매월 {nth} {day}",
  "cadence.nth-1": "첫째",
  "cadence.nth-2": "둘째",
  "cadence.nth-3": "셋째",
  "cadence.nth-4": "넷째",
  "cadence.nth-5": "다섯째",
  "cadence.nth-last": "마지막",
  "cadence.month-days": "매월 {days}",
  "cadence.day-of-month": "{day, selectordinal, other {#일}}",
  "cadence.last-day": "마지막 날",
  "cadence.each-day": "{from}부터 매일",
  "cadence.days": "{from}부터 {every, plural, other {#일}}마다",
  "cadence.once": "{on}에 한 번",
  "cadence.at": "{cadence} {time}",
  "cadence.words":
    "- = 과, 와, 및, 하고, 이랑, 랑, 에, 마다, 까지, 의, 그리고, 날, 아침, 저녁, 밤 | every day = 매일, 날마다, 하루마다 | every week = 매주, 주마다, 일주일마다, 일주일에 한 번, 주 1회 | every month = 매월, 매달, 달마다, 한 달에 한 번 | every N2 week = 격주, 격주로, 이 주마다, 두 주마다, 2주일마다 | every N2 day = 격일, 격일로, 이틀마다, 하루 걸러 | every N3 day = 사흘마다 | every N4 day = 나흘마다 | every N5 day = 닷새마다 | every N# day = #일마다, #일에 한 번, #일 간격으로 | every N# week = #주마다, #주에 한 번, #주일에 한 번, #주 간격으로 | week day = 평일, 주중 | weekend = 주말 | to = 부터, 에서, -, ~ | from = 부터 | once = 에 한 번만, 에 한 번, 한 번만, 한 번, 에만, 하루만, 에 | L = 마지막, 맨 끝 | L day = 마지막 날, 말일, 월말 | O1 = 첫째, 첫 번째, 첫 | O2 = 둘째, 두 번째 | O3 = 셋째, 세 번째 | O4 = 넷째, 네 번째 | O5 = 다섯째, 다섯 번째 | O# = #일, #번째 ",
  "time.words":
    "12:00 = 정오, 한낮 | 00:00 = 자정 | am = 오전, 새벽, 아침 | pm = 오후, 저녁 | night = 밤 | day = 낮 | hour = 시 | minute = 분 | half = 반 | at = 에 | 1 = 한 | 2 = 두 | 3 = 세 | 4 = 네 | 5 = 다섯 | 6 = 여섯 | 7 = 일곱 | 8 = 여덟 | 9 = 아홉 | 10 = 열 | 11 = 열한 | 12 = 열두",
  "day.words":
    "0 = 금일 | -1 = 어저께 | -2 = 그제, 엊그제 | 2 = 내일모레 | 3 = 글피 | # = #일 뒤, #일 있다가 | 1 = 하루 뒤, 하루 후 | 2 = 이틀 뒤, 이틀 후 | 3 = 사흘 뒤, 사흘 후",
  "week.words": "0 = 금주 | 1 = 내주 | 2 = 다다음 주 | # = #주 뒤",
  "cadence.next": "{cadence} · 다음은 {day} {weekday}",
  "expects.cadence": "매일, 월요일과 목요일, 마지막 금요일 같은 날",
  "expects.time": "08:00이나 오후 8시 같은 시각",
  "notice.unreadable-cadence":
    "Ibid는 “{typed}”을(를) 게시할 날로 읽을 수 없습니다. 예를 들어 다음처럼 쓰세요: 매일, 평일, 월요일과 목요일, 격주 화요일, 매월 첫째 일요일, 3일마다, 2030년 12월 1일.",
  "notice.ambiguous-cadence":
    "“{typed}”은(는) 두 가지로 읽을 수 있습니다: {readings}. 어느 것입니까?",
  "notice.no-date-left": "“{typed}”은(는) 이미 지났습니다. 오늘 이후의 날짜를 고르세요.",
  "notice.unreadable-time":
    "Ibid는 “{typed}”을(를) 시각으로 읽을 수 없습니다. 예를 들어 08:00, 오후 8시, 정오, 자정처럼 쓰세요.",
  "plan.title": "{title}: {count, plural, other {#단계}}",
  "plan.each": "{title}, {count, plural, other {구절 #개씩}}",
  "plan.step": "{number}단계 · {name}",
  "plan.dated-step": "{number}단계 · {date} · {name}",
  "plan-step.title": "{plan} · {of}단계 중 {number}단계",
  "plan-step.titles": "{plan} · {of}단계 중 {from}~{to}단계",
  "plan-step.questions": "질문",
  "plan-step.missing": "이 자료집에 더 이상 없는 것: {addresses}.",
  "command.plan-start": "이 서버에서 계획을 시작합니다. 무엇을 읽고 어느 날에 게시할지 정합니다.",
  "command.plan-move":
    "쉬었던 계획을 이어 가거나 다른 단계부터 읽습니다. 방법마다 어떻게 되는지 먼저 보여 줍니다.",
  "option.started-plan": "계획, 또는 구절을 3개씩 나누어 읽을 문서나 주제. 예: 편지/3.",
  "option.plan-schedule": "계획을 게시하는 일정의 이름이나 번호.",
  "option.move-step": "이어서 읽을 단계. 쓰지 않으면 다음 단계.",
  "option.pace": "이어 가는 방법.",
  "option.next-step": "물었을 때 다음 차례였던 단계.",
  "plan.next": "다음 단계",
  "plan.next-step": "{of}단계 중 {number}단계 · {name}",
  "plan.next-dated": "{of}단계 중 {number}단계 · {date} · {name}",
  "plan.last": "마지막 단계",
  "plan.over": "모든 단계가 게시되었습니다.",
  "plan-move.title": "{plan}: 이어 가는 방법",
  "plan-move.left":
    "{end}까지 {left, plural, other {#단계}}가 남았고, 게시할 날은 {dates, plural, =0 {없습니다} other {#번 남았습니다}}.",
  "plan-move.same": "남은 단계마다 날짜가 있으므로 고를 것이 없습니다.",
  "plan-move.own-dates": "단계마다 정해진 날짜가 있으므로 고를 것이 없습니다.",
  "plan-move.no-date": "이 일정에는 앞으로 게시할 날짜가 없습니다.",
  "plan-move.other": "/계획 옮기기 단계:5를 쓰면 5단계부터 이어 갑니다.",
  "plan-move.next-step": "{date}에 {from}단계가 나옵니다({amount}).",
  "plan-move.next-steps": "{date}에 {from}~{to}단계가 함께 나옵니다({amount}).",
  "plan-move.later":
    "그 뒤로는 {steps, plural, =1 {한 단계씩} other {많으면 #단계씩}} 나옵니다(한 번에 많아야 {amount}).",
  "plan-move.end": "마지막 단계는 {date}에 나옵니다.",
  "action.move-plan": "계획 옮기기",
  "action.go-on": "거기서부터 이어 가기",
  "action.pace-catch-up": "한 번에 따라가기",
  "action.pace-keep-end": "끝나는 날 지키기",
  "action.pace-move-end": "끝나는 날 미루기",
  "notice.no-started-plan":
    "이 서버에서 읽는 계획이 없습니다. `/계획 시작`으로 자료집의 계획을 시작하거나, 문서나 주제를 구절 몇 개씩 읽으세요.",
  "notice.empty-plan": "“{title}”에는 단계별로 읽을 구절이 없습니다.",
  "action.previous-step": "이전 단계",
  "action.next-step": "다음 단계",
  "action.all-steps": "모든 단계",
  "command.schedule": "고른 날과 시각에 Ibid가 이 서버에 구절을 게시하게 합니다.",
  "command.schedule-add": "Ibid가 게시할 것, 때, 채널을 정해 일정을 추가합니다.",
  "command.schedule-edit": "일정을 수정합니다.",
  "command.schedule-pause": "일정을 일시정지합니다.",
  "command.schedule-resume": "일시정지되었거나 보류된 일정을 재개합니다.",
  "command.schedule-post": "일정이 게시할 것을 지금 바로 게시합니다.",
  "command.schedule-delete": "일정과, 그 게시물에 관해 보관하는 것을 삭제합니다.",
  "command.schedules": "Ibid가 이 서버에 무엇을 언제 게시하는지, 그 결과가 어떤지 보여 줍니다.",
  "option.when": "게시할 날: 매일, 월요일과 목요일, 매월 첫째 일요일, 격주 화요일.",
  "option.at": "08:00이나 오후 8시 같은 시각. 쓰지 않으면 08:00.",
  "option.new-days": "게시할 날. 시각을 함께 써도 됩니다: 월요일과 목요일 오후 8시.",
  "option.new-time": "08:00이나 오후 8시 같은 시각.",
  "option.new-channel": "다른 채널.",
  "option.new-zone": "Asia/Seoul 같은 다른 시간대.",
  "option.channel": "게시할 채널. 고르지 않으면 이 채널.",
  "option.what": "게시할 것. 고르지 않으면 주제나 단어에 관한 구절, 또는 오늘의 구절.",
  "option.schedule-zone": "Asia/Seoul 같은 시간대. 처음 쓴 것이 서버의 시간대가 됩니다.",
  "option.thread":
    "게시물마다 스레드나 포럼 게시물을 엽니다. 고른 기간 동안 메시지가 없으면 숨깁니다.",
  "option.tag": "포럼에 올리는 게시물의 태그.",
  "option.schedule-title": "일정의 이름.",
  "option.schedule": "일정의 이름이나 번호.",
  "option.version": "보았던 일정의 판.",
  "option.occasion": "결과를 알 수 없는 게시물.",
  "option.is-there": "게시물이 있는지.",
  "expects.schedule": "이 서버의 일정",
  "schedules.title": "이 서버의 일정 {count, plural, other {#개}}",
  "schedules.none": "이 서버에는 일정이 없습니다.",
  "schedules.how": "일정은 /일정 추가 언제:매일 시각:08:00처럼 추가하세요.",
  "schedule.form": "일정 수정",
  "schedule.when": "언제",
  "schedule.title": "이름",
  "schedule.zone-server": "{zone}(이 서버의 시간대)",
  "schedule.zone-schedule": "{zone}(이 일정의 시간대)",
  "schedule.zone": "시간대",
  "schedule.where": "어디에",
  "schedule.what": "무엇을",
  "schedule.what-day": "오늘의 구절",
  "schedule.what-passages": "구절, 모두 한 번씩 나온 뒤에 다시",
  "schedule.what-on-this-day": "오늘의 역사, 지난 여러 해의 같은 날",
  "schedule.what-plan": "계획, 한 단계씩",
  "schedule.what-filtered": "{what}: {filters}",
  "schedule.thread": "스레드",
  "schedule.thread-thread":
    "게시물마다 하나, 메시지가 없으면 {hours, plural, other {#시간}} 뒤 숨김",
  "schedule.thread-forum":
    "게시물마다 포럼 게시물 하나, 메시지가 없으면 {hours, plural, other {#시간}} 뒤 숨김",
  "schedule.tag": "태그",
  "schedule.state": "상태",
  "schedule.state-on": "켜짐",
  "schedule.state-paused": "일시정지",
  "schedule.state-held": "보류: {why}",
  "schedule.next": "다음",
  "schedule.no-next": "앞으로 게시할 날짜가 없습니다.",
  "schedule.last": "최근",
  "schedule.at": "{day} {weekday} {time}",
  "schedule.next-of": "다음은 {moment}",
  "schedule.late": "{moment}에 올라올 차례였던 게시물입니다.",
  "schedule.deletion": "일정과, 그 게시물에 관해 보관하는 것이 삭제됩니다. 게시물은 남습니다.",
  "schedule.changed-added": "일정을 추가했습니다.",
  "schedule.changed-changed": "일정을 수정했습니다.",
  "schedule.changed-paused": "일정을 일시정지했습니다. 재개할 때까지 아무것도 게시하지 않습니다.",
  "schedule.changed-resumed": "일정을 재개합니다.",
  "schedule.changed-posting": "Ibid가 1분 안에 이것을 게시합니다.",
  "schedule.changed-resolved": "고맙습니다. Ibid가 기록했습니다.",
  "schedule.changed-moved": "고른 대로 계획을 이어 갑니다.",
  "schedule.changed-deleted": "일정을 삭제했습니다.",
  "occasion.due": "게시하는 중",
  "occasion.posting": "게시하는 중",
  "occasion.posted": "게시함",
  "occasion.unsure":
    "게시되었을 수 있음: Discord가 알려 주지 않았습니다. 채널을 살펴본 다음 아래의 버튼을 누르세요.",
  "occasion.missed": "게시하지 못함: {why}",
  "occasion.skipped": "게시하지 않음: {why}",
  "occasion.failed": "게시하지 못함: {why}",
  "occasion.thread-failed": "스레드 없이 게시함: {why}",
  "occasion.extra": "순서 외",
  "why.removed": "Ibid의 봇이 이 서버에 없음",
  "why.no-access": "Ibid가 채널을 볼 수 없음",
  "why.no-permission": "Ibid에 그곳에 게시할 권한이 없음",
  "why.channel-gone": "채널이 없어짐. 다른 채널을 고르세요",
  "why.channel-unsuitable": "그 채널에는 이렇게 게시할 수 없음",
  "why.channel-locked": "채널이 잠겨 있음",
  "why.tag-missing": "포럼에 있는 태그를 붙여야 함",
  "why.tag-refused": "그 태그는 관리자만 붙일 수 있음",
  "why.refused": "Discord가 거부함",
  "why.blocked": "서버의 AutoMod가 막음",
  "why.too-many-threads": "서버에 열린 스레드가 너무 많음",
  "why.message-gone": "게시물이 삭제됨",
  "why.error": "Ibid의 오류. 로그에 기록되어 있음",
  "why.late": "게시하기에는 너무 늦음",
  "why.newer": "이미 다음 게시물의 차례가 됨",
  "why.paused": "일정이 일시정지 상태였음",
  "why.nothing": "게시할 것이 없었음",
  "why.silent-day": "지난 여러 해의 그날에 관해 알려진 것이 없음",
  "why.no-step": "계획에 그날의 단계가 없음",
  "why.plan-over": "계획의 모든 단계가 끝남",
  "why.plan-gone": "이 자료집에 더는 그 계획이 없음",
  "why.unanswered": "Discord가 응답하지 않음. 나중에 다시 누르세요",
  "action.discuss": "토론",
  "action.post-now": "지금 게시",
  "action.pause": "일시정지",
  "action.resume": "재개",
  "action.edit": "수정",
  "action.delete-schedule": "삭제",
  "action.it-is-there": "게시되어 있음",
  "action.post-it": "게시하기",
  "action.confirm-schedule-deletion": "네, 삭제합니다",
  "action.keep-schedule": "그대로 두기",
  "action.schedules": "모든 일정",
  "discussion.opened": "스레드를 열었습니다:",
  "discussion.opened-without-questions": "스레드를 열었지만, Discord가 첫 질문을 거부했습니다:",
  "discussion.there-already": "이 메시지에는 이미 스레드가 있습니다:",
  "permission.administrator": "관리자",
  "permission.manage-server": "서버 관리하기",
  "permission.manage-events": "이벤트 관리하기",
  "permission.view-channel": "채널 보기",
  "permission.send-messages": "메시지 보내기",
  "permission.attach-files": "파일 첨부하기",
  "permission.create-public-threads": "공개 스레드 만들기",
  "permission.send-messages-in-threads": "스레드에서 메시지 보내기",
  "notice.not-permitted":
    "이 명령어는 이 서버가 허용한 사람만 쓸 수 있습니다. 기본적으로는 이벤트를 관리할 수 있는 구성원입니다. 그런 사람에게 부탁하세요.",
  "notice.channel-not-chosen":
    "Discord의 목록에서 채널을 고르세요. Ibid는 “{typed}”에 누가 쓸 수 있는지 알지 못합니다.",
  "notice.channel-not-postable":
    "Ibid는 텍스트 채널, 공지 채널, 포럼에만 게시합니다. 그 가운데 하나를 고르세요.",
  "notice.reports-in-forum":
    "포럼에는 메시지를 바로 쓸 수 없습니다. 실패를 알릴 텍스트 채널을 고르세요.",
  "notice.may-not-write":
    "그 채널에 쓸 수 없으므로 Ibid가 그곳에 게시하게 할 수도 없습니다. 없는 권한: {permissions}. 다른 채널을 고르세요.",
  "notice.bot-lacks":
    "Ibid에 그곳에서 필요한 권한이 없어 아무것도 저장하지 않았습니다: {permissions}.",
  "notice.bot-lacks-link": "Ibid에 이 권한 주기",
  "notice.bot-lacks-channel": "그 뒤에도 권한이 없으면 채널의 권한에서 Ibid에게 허용하세요.",
  "notice.tag-missing":
    "그 포럼에서는 게시물마다 태그를 붙여야 합니다. `태그:`를 넣어 명령어를 다시 입력하세요.",
  "notice.zone-missing":
    "이 서버는 어느 시간대를 따릅니까? `시간대:Asia/Seoul`처럼 `시간대:`를 넣어 명령어를 다시 입력하세요. Ibid는 한 번만 묻습니다.",
  "notice.cannot-post":
    "이 Ibid에는 토큰이 없어 게시할 수 없고 답하기만 합니다. 운영자가 DISCORD_TOKEN을 설정해야 합니다.",
  "notice.no-threads-here":
    "이곳에는 스레드를 열 수 없습니다. 스레드는 서버의 텍스트 채널과 공지 채널에서 모두가 보는 메시지에만 엽니다.",
  "notice.cannot-open-threads":
    "이 Ibid에는 토큰이 없어 스레드를 열 수 없고 답하기만 합니다. 운영자가 DISCORD_TOKEN을 설정해야 합니다.",
  "notice.may-not-open-threads":
    "이 채널에서 스레드를 열 권한이 없습니다. 없는 권한: {permissions}.",
  "notice.bot-may-not-open-threads":
    "Ibid에 이곳에서 필요한 권한이 없어 스레드를 열지 못했습니다: {permissions}.",
  "notice.thread-not-opened": "스레드를 열지 못했습니다: {why}. 그 밖에는 달라진 것이 없습니다.",
  "notice.too-many-schedules":
    "서버에는 일정을 {max}개까지 둘 수 있습니다. 먼저 하나를 삭제하세요.",
  "notice.unknown-schedule":
    "이 서버에 “{typed}”(이)라는 일정은 없습니다. `/일정목록`에 목록이 있습니다.",
  "notice.already-changed":
    "이 일정이 그 메시지와 달라졌거나, 이미 버튼을 눌렀습니다. 바뀐 것은 없습니다.",

  // The store
  "store.off": "여기에서는 아무것도 보관하지 않습니다. Ibid의 운영자가 저장소를 껐습니다.",
  "store.unreachable":
    "지금은 Ibid의 저장소에 연결할 수 없습니다. 잠시 후 다시 시도하세요. 계속되면 운영자가 살펴봐야 합니다.",
  "store.locked": "다른 프로그램이 Ibid의 저장소를 쓰고 있습니다. 잠시 후 다시 시도하세요.",
  "store.full":
    "디스크가 가득 찼거나 쓸 수 없어 지금은 Ibid의 저장소에 아무것도 보관할 수 없습니다. 바뀐 것은 없습니다. 운영자가 공간을 확보해야 합니다.",
  "store.newer":
    "Ibid의 저장소는 더 새로운 버전의 Ibid가 기록한 것입니다. 운영자가 이 버전을 업데이트해야 합니다.",
  "store.damaged": "Ibid의 저장소가 손상되었습니다. 운영자가 백업을 복원해야 합니다.",
  "store.contended":
    "같은 것을 이 순간 다른 사람들이 바꾸고 있어 아무것도 바꾸지 않았습니다. 다시 시도하세요.",
  "store.usage":
    "사용법:\n  {start} backup 파일   보관하는 것을 모두 파일에 기록합니다\n  {start} restore 파일  보관하는 것을 모두 그런 파일의 내용으로 바꿉니다",
  "store.backed-up":
    "{file}에 보관하는 것이 모두 있습니다: {servers, plural, other {서버 #개}}, {users, plural, other {사용자 #명}}.",
  "store.restored":
    "이제 보관하는 것이 모두 {file}의 내용과 같습니다: {servers, plural, other {서버 #개}}, {users, plural, other {사용자 #명}}.",
  "store.no-backup":
    "{file}은(는) `store backup`이 기록한 백업이 아닙니다. 바뀐 것은 없습니다. 그런 백업을 지정하세요.",
  "store.other-version":
    "{file}은(는) 테이블이 다른, 다른 버전의 Ibid가 기록한 것입니다. 그 버전으로 복원한 다음 업데이트하세요. 바뀐 것은 없습니다.",
  "store.file-failed": "{file}을(를) 쓸 수 없었습니다: {reason}",

  // All tools
  "tools.usage": "사용법: {command}",
  "tools.command": "명령어",
  "tools.more": "자세한 내용은 `{corpus} <명령어> --help`에 나옵니다.",
  "tools.wrong-arguments": "{reason} 옵션은 `{corpus} {tool} --help`에 나옵니다.",
  "tools.unknown-option": "`{option}`(이)라는 옵션은 없습니다.",
  "tools.valueless-option": "`{option}`에는 값을 쓰지 않습니다.",
  "tools.option-without-value": "`{option}`에는 값이 필요합니다.",
  "tools.unknown": "`{name}`(이)라는 도구는 없습니다. 도구는 {tools}입니다.",
  "tools.unknown-closest": "`{name}`(이)라는 도구는 없습니다. 혹시 `{closest}`입니까?",
  "tools.name": "`{name}`",
  "tools.options": "옵션:",
  "tools.examples": "예:",

  // `import`
  "import.example-letter": "이것으로 문서를 만들고, 빠진 정보를 묻습니다.",
  "import.example-volume": "그 안의 편지마다 문서를 만들어 새 자료집에 둡니다.",
  "import.example-scans": "폴더의 파일로 무엇이 만들어질지 보여 주기만 하고 쓰지 않습니다.",
  "import.example-table": "행마다 문서를 만듭니다.",
  "import.into": "문서를 둘 폴더: IBID_CORPUS의 자료집 또는 새 자료집.",
  "import.split":
    "파일에서 문서가 시작되는 곳: `heading`(두 번 이상 나오는 가장 높은 단계의 제목마다), `heading:2`, 또는 문단과 제목의 첫 줄에 대한 정규식. 첫 문서 앞에 있는 것은 말이 있으면 따로 하나의 문서가 됩니다.",
  "import.title": "제목. 나누는 파일에서는 전체의 제목.",
  "import.type": "CSL 항목 유형: personal_communication, speech, book.",
  "import.date": "EDTF 날짜: 1787-11-22, 1787-11, 1787~.",
  "import.from": "글을 쓴 사람. 여러 번 쓸 수 있습니다.",
  "import.to": "글을 받은 사람. 여러 번 쓸 수 있습니다.",
  "import.topics": "주제. 여러 번 쓸 수 있습니다.",
  "import.language": "언어: en, ko, zh-Hant.",
  "import.author": "편지가 아닌 문서의 글쓴이.",
  "import.rights": "허용되는 이용과 허락한 사람을 한 문장으로.",
  "import.fields": "표의 열에 든 것: `text=Body,date=Sent on`.",
  "import.encoding": "UTF-8이 아닌 텍스트의 인코딩: `windows-1251`, `euc-kr`, `big5`.",
  "import.yes": "묻지 않고 파일에 적힌 대로 합니다.",
  "import.force": "이름이 같은 문서를 바꿉니다.",
  "import.dry-run": "무엇이 만들어질지 보여 주기만 하고 쓰지 않습니다.",
  "import.help": "다음 형식의 파일로 문서를 만듭니다: {formats}.",
  "import.usage": "<파일 또는 폴더>",
  "import.no-files": "가져올 파일을 적으세요: `{example}`.",
  "import.bad-encoding":
    "`--encoding`에는 `windows-1251`이나 `euc-kr` 같은 인코딩의 이름을 쓰세요.",
  "import.reversed-fields": "`--fields`에서는 키를 먼저, 열을 그 뒤에 씁니다: `{key}={column}`.",
  "import.bad-fields": "`--fields`에는 `text=Body,date=Sent on`처럼 키와 열을 쓰세요.",
  "import.stopped": "아무것도 가져오지 않았습니다. 사용자가 멈추었습니다.",
  "import.nothing": "아무것도 가져오지 않았습니다. {reason}",
  "import.reading": "읽는 중: {all, plural, other {파일 #개}} 중 {done, number}개.",
  "import.checking": "점검하는 중: {all, plural, other {파일 #개}} 중 {done, number}개.",
  "import.writing": "쓰는 중: {all, plural, other {파일 #개}} 중 {done, number}개.",
  "import.end": "가져오는 데 {seconds, number}초 걸렸습니다.",
  "import.ask-nothing": "이 파일 {count, number}개에 대해 아무것도 묻지 않을까요?",
  "import.confirm": "{question} [yes]: ",
  "import.question": "  {question} [{current}]: ",
  "import.ask-title": "제목",
  "import.ask-date": "날짜(예: 1787-11-22, 1787-11)",
  "import.ask-from": "보낸 사람",
  "import.ask-to": "받는 사람",
  "import.ask-type": "유형(예: personal_communication)",
  "import.document": "{source} → {name}: {passages, plural, other {구절 #개}}, “{title}”",
  "import.document-same": "{source} → {name}: 이미 있으며 바뀌지 않음",
  "import.document-replaced":
    "{source} → {name}: {passages, plural, other {구절 #개}}, “{title}”, 이전 것을 바꿈",
  "import.document-renamed":
    "{source} → {name}: {passages, plural, other {구절 #개}}, “{title}”; {other}은(는) 다른 문서임",
  "import.remark": "  {remark}",
  "import.skipped": "{file}: {reason}",
  "import.nothing-new": "{folder}에 같은 글로 된 이 문서들이 이미 있습니다.",
  "import.nothing-made": "{folder}에 넣을 문서를 만들지 못했습니다.",
  "import.total":
    "{files, plural, other {파일 #개}}에서 {documents, plural, other {문서 #건}}, {passages, plural, other {구절 #개}}",
  "import.dry": "아무것도 쓰지 않았습니다. {folder}에 만들어질 것: {total}.",
  "import.done": "이제 {folder}에 있는 것: {total}.",
  "import.added":
    "{folder}에 새로 더한 것: {total}. 이제 {all, plural, other {문서 #건}}이 있습니다.",
  "import.next": "다음: `{corpus} check`, 그리고 `{start}`.",
  "import.next-elsewhere":
    "다음: `{corpus} check {folder}`. 이 문서로 답하려면 `.env`라는 파일에 `IBID_CORPUS={folder}`을(를) 쓰세요.",
  "import.problem-of": "{source} → {problem}",
  "import.refused":
    "아무것도 가져오지 않았습니다: {count, plural, other {문제 #건}}. `--from` 같은 옵션은 파일에 적힌 정보보다 우선합니다.",

  "import.settings": "corpus.yaml: {values}",
  "import.settings-title": "제목 “{title}”",
  "import.settings-language": "언어 {language}",
  "import.missing":
    "{file}: 날짜, 인물 또는 주제가 없는 문서가 {count, plural, other {#건}} 있습니다. 목록을 채운 다음 실행하세요: `{corpus} fill {file}`.",

  // `fill`
  "fill.help": "목록의 날짜, 인물, 주제를 문서에 씁니다.",
  "fill.usage": "[목록.csv]",
  "fill.into": "자료집의 폴더: 목록이 있는 폴더 또는 IBID_CORPUS의 폴더.",
  "fill.example": "채운 것을 문서의 프런트 매터에 씁니다.",
  "fill.example-list": "자료집에서 날짜, 인물 또는 주제가 없는 문서의 목록을 만듭니다.",
  "fill.one-file": "한 번에 목록 하나만 채우세요.",
  "fill.complete": "날짜, 인물 또는 주제가 없는 문서는 없습니다.",
  "fill.unreadable": "{file}을(를) 읽을 수 없습니다: {reason}. 다른 파일을 적으세요.",
  "fill.no-id": "{file}에 `id`가 없는 행이 있습니다. 그 열은 목록에 있던 대로 두세요.",
  "fill.repeated-id": "`{id}`이(가) 두 행에 있습니다. 하나를 지우세요.",
  "fill.no-document":
    "{row}번째 행: {folder}에 `{id}`(이)라는 문서가 없습니다. 행을 지우거나, ID를 고치거나, `--into`로 다른 자료집을 지정하세요.",
  "fill.front-matter": "프런트 매터를 고칠 수 없습니다. 무엇이 잘못되었는지는 `check`에 나옵니다.",
  "fill.toml": "프런트 매터가 TOML입니다. `---` 줄 사이에 YAML로 쓰세요.",
  "fill.in-file": "{path}: {reason}",
  "fill.two-orders":
    "어떤 날짜는 날이 앞이고 어떤 날짜는 달이 앞입니다. 모두 1914-05-03처럼 쓰세요.",
  "fill.serial-date":
    "{row}번째 행: “{text}”은(는) 연도가 아닙니다. 스프레드시트가 뜻하는 것은 {date}일 수 있습니다. 칸의 서식을 텍스트로 하고 그 날짜를 쓰세요.",
  "fill.bad-date":
    "{row}번째 행: “{text}”을(를) 날짜로 읽을 수 없습니다. 1914-05-03, 1914-05, 1914처럼 쓰세요.",
  "fill.inexpressible-date":
    "{row}번째 행: “{text}”은(는) EDTF로 나타낼 수 없습니다. EDTF에서 가장 가까운 날짜는 {nearest}입니다.",
  "fill.short-year": "{row}번째 행: “{text}”의 연도가 두 자리입니다. 네 자리를 모두 쓰세요.",
  "fill.ambiguous-date":
    "{row}번째 행: “{text}”은(는) {one}일 수도 {other}일 수도 있습니다. 뜻하는 것을 쓰세요.",
  "fill.nothing-written": "아무것도 쓰지 않았습니다.",
  "fill.nothing-new": "문서에 이미 모두 있습니다.",
  "fill.value": "{key} {value}",
  "fill.changed": "{path}: {values}",
  "fill.done":
    "{count, plural, other {문서 #건}}의 프런트 매터가 새로워졌습니다. 본문은 그대로입니다.",

  // `check`
  "check.help": "자료집을 점검합니다. 모든 문제를 파일과 줄과 함께 나열하고 조언합니다.",
  "check.json": "JSON 객체 하나를 출력합니다: loads, problems, advice.",
  "check.example": "IBID_CORPUS의 자료집을 점검합니다.",
  "check.example-json": "다른 폴더를 점검하고 프로그램을 위해 JSON으로 출력합니다.",
  "check.usage": "[폴더]",
  "check.one-folder": "한 번에 폴더 하나만 점검하세요.",
  "check.loads": "자료집을 읽어 들였습니다: {folder}에 {count, plural, other {문서 #건}}.",
  "check.advice-count": "{summary} 조언이 {count, plural, other {#건}} 있습니다.",
  "check.problems": "문제:",
  "check.advice": "조언:",
  "review.files": "파일을 살펴보는 중: {all, number}개 중 {done, number}개.",
  "review.passages": "구절을 살펴보는 중: {all, number}개 중 {done, number}개.",
  "review.quotations": "인용문을 살펴보는 중: {all, plural, other {문서 #건}} 중 {done, number}건.",
  "review.end": "살펴보는 데 {seconds, number}초 걸렸습니다.",

  // `show`
  "show.help":
    "문서가 어떻게 보이고 출처가 어떻게 표기되는지 보여 줍니다. 더하기 전에도 볼 수 있습니다.",
  "show.example": "이 ID의 문서를 모두 보여 줍니다.",
  "show.example-passage": "그 두 번째 구절을 보여 줍니다.",
  "show.example-file": "자료집에 있는 것처럼 파일을 보여 줍니다.",
  "show.usage": "<ID, 구절 또는 파일>",
  "show.one-document": "한 번에 문서 하나를 보세요. ID, 그 구절 또는 파일을 적으세요.",
  "show.others-left-out":
    "자료집을 아직 읽어 들일 수 없습니다. 여기에서 뺀 {files, plural, other {다른 파일 #개}}에 {problems, plural, other {문제 #건}}이 있습니다. 모든 문제는 `{corpus} check`에 나옵니다.",
  "show.no-passage": "`{id}`에는 인용할 수 있는 구절이 없습니다.",
  "show.no-such-passage": "`{id}`에는 구절 ¶{number}이(가) 없습니다. 마지막 구절은 `{last}`입니다.",
  "show.no-document": "{folder}에 `{name}`(이)라는 문서가 없고, 그런 Markdown 파일도 없습니다.",
  "show.no-document-closest": "`{id}`(이)라는 문서는 없습니다. 혹시 `{closest}`입니까?",

  // `stats`
  "stats.help": "문서, 구절, 단어를 연도, 인물, 주제, 언어, 유형별로 셉니다.",
  "stats.json": "모든 이름을 담은 JSON 객체 하나를 출력합니다.",
  "stats.png": "이 컴퓨터의 글꼴로 `<폴더>.png` 또는 지정한 파일에 그림을 그립니다.",
  "stats.force": "이미 있는 파일을 덮어씁니다.",
  "stats.example": "IBID_CORPUS의 자료집에 든 것을 셉니다.",
  "stats.example-png": "다른 폴더의 그림을 그립니다.",
  "stats.usage": "[폴더] [그림.png]",
  "stats.one-folder": "한 번에 폴더 하나를 세고, 이름이 `.png`로 끝나는 그림 하나를 그리세요.",
  "stats.not-written": "{file}에 그림을 쓸 수 없습니다: {reason}. 다른 파일을 적으세요.",
  "stats.written": "그림은 {file}에 있습니다.",
  "stats.exists": "{file}은(는) 이미 있습니다. 다른 파일을 적거나 `--force`로 덮어쓰세요.",
  "stats.not-installed":
    "그림에 필요한 패키지가 설치되어 있지 않습니다. 먼저 `npm install vega @resvg/resvg-js dejavu-fonts-ttf`를 실행하세요.",
  "stats.year": "연도",
  "stats.person": "인물",
  "stats.topic": "주제",
  "stats.language": "언어",
  "stats.type": "유형",
  "stats.from": "쓴 것",
  "stats.to": "받은 것",
  "stats.documents": "문서",
  "stats.passages": "구절",
  "stats.notes": "주석",
  "stats.words": "단어",
  "stats.totals":
    "{documents, plural, other {문서 #건}}, {passages, plural, other {구절 #개}}, 구절의 {words, plural, other {단어 #개}}, {notes, plural, other {주석 #개}}",
  "stats.more": "그 밖에 {count, number}개는 `--json`에 나옵니다",
  "stats.undated": "날짜 미상",
  "chart.people": "인물",
  "chart.topics": "주제",
  "chart.languages": "언어",
  "chart.types": "유형",
  "chart.totals":
    "{documents, plural, other {문서 #건}} · {passages, plural, other {구절 #개}} · {words, plural, other {단어 #개}}{notes, plural, =0 {} other { · 주석 #개}}",
  "chart.from": "{documents, number}: 쓴 것 {from, number}",
  "chart.to": "{documents, number}: 받은 것 {to, number}",
  "chart.from-to": "{documents, number}: 쓴 것 {from, number}, 받은 것 {to, number}",
  "chart.by-year": "연도별 문서",
  "chart.by-years": "{years, number}년 단위 문서",
  "chart.at-most": "최대 {count, number}",
  "chart.undated": "날짜 미상 {count, number}",
  "chart.first": "{all, number} 중 처음 {shown, number}",
};
