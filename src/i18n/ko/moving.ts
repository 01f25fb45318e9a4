export const moving = {
  summary: "모든 데이터를 PostgreSQL로(to-postgres) 또는 데이터 폴더로(to-folder) 옮깁니다",
  badWord: "“goalpost migrate” 뒤에는 to-postgres 또는 to-folder를 적어 주세요.",
  noUrl:
    "데이터베이스가 지정되지 않았습니다. DATABASE_URL에 주소를 설정하고 같은 명령을 다시 실행해 주세요.",
  done: "{from}에서 {to}(으)로 옮기고 한 행씩 비교했습니다: {counts}.",
  records: "기록의 테이블별 행 수와 체크섬이 양쪽에서 같습니다: {tables}.",
  moving: "{table}: {rows}행 옮김",
  comparing: "옮긴 내용을 비교하는 중",
  toPostgresNext:
    "DATABASE_URL을 그대로 둔 채 Goalpost를 시작해 주세요. 이전 파일은 {aside}에 있습니다. 모든 것이 정상이면 삭제해 주세요.",
  toFolderNext: "환경에서 DATABASE_URL을 지우고 Goalpost를 시작해 주세요.",
};
